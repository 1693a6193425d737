package dev.seedplan.runtime;

import static dev.seedplan.runtime.shop.SlotsProgram.key;
import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Shape;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import dev.seedplan.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parents that are there already, and tables that refer to each other in a circle. */
class ParentsTest {

    private static final String CITIES = """
            create table countries (id bigint generated always as identity primary key, name text not null, open boolean not null);
            create table cities (id bigint generated always as identity primary key,
              country_id bigint not null references countries, name text not null);
            insert into countries (name, open) select 'country ' || i, i % 2 = 0 from generate_series(1, 10) i;
            """;

    private static final String CIRCLE = """
            create table teams (id bigint generated always as identity primary key, owner_id bigint);
            create table users (id bigint generated always as identity primary key, team_id bigint not null references teams);
            alter table teams add constraint teams_owner_id_fkey foreign key (owner_id) references users;
            """;

    private static Summary fill(TestDatabase database, SeedProgram program) {
        return Execution.run(program, database::connect, new RunOptions(null, Map.of(), false, ""), p -> {});
    }

    private static String ask(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static SeedProgram cities(ParentSpec country) {
        return new SlotsProgram(
                List.of(
                        table(
                                        "countries",
                                        key("countries"),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required(),
                                        ColumnSpec.of("open", "boolean", Kind.BOOL)
                                                .required())
                                .primaryKey("id")
                                .build(),
                        table(
                                        "cities",
                                        key("cities"),
                                        ColumnSpec.of("country_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("name", "text", Kind.TEXT).required())
                                .primaryKey("id")
                                .foreignKey(
                                        "cities_country_id_fkey",
                                        List.of("country_id"),
                                        "public.countries",
                                        List.of("id"),
                                        false)
                                .build()),
                List.of(StepSpec.per(0, "cities", "public.cities").parent(country)),
                (step, call) -> {
                    Slots country1 = (Slots) call.parent(0);
                    ((Slots) call.row()).set(2, "city of " + country1.get(1));
                });
    }

    @Test
    void parentsNoMethodFillsComeFromTheDatabaseAndCanBeRead() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(CITIES);
            fill(
                    database,
                    cities(ParentSpec.per("public.countries", "cities_country_id_fkey", 2, 2, Shape.UNIFORM, -1)));
            assertThat(ask(
                            database,
                            "select count(*) from cities t join countries c on c.id = t.country_id "
                                    + "where t.name = 'city of ' || c.name"))
                    .isEqualTo("20");
        }
    }

    @Test
    void existingParentsCanBeChosenByConditionLimitAndAbsence() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(CITIES);
            database.execute(
                    "create table visits (country_id bigint references countries); insert into visits values (2)");
            fill(
                    database,
                    cities(ParentSpec.per("public.countries", "cities_country_id_fkey", 1, 1, Shape.UNIFORM, -1)
                            .existing("open", 3, "visits.country_id")));
            assertThat(ask(database, "select array_agg(country_id order by country_id)::text from cities"))
                    .isEqualTo("{4,6,8}");
        }
    }

    @Test
    void noParentsAtAllAreRefusedWhereRowsNeedThem() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(CITIES);
            SeedProgram program = new SlotsProgram(
                    cities(ParentSpec.pick("public.countries", "cities_country_id_fkey", 0, false))
                            .spec()
                            .tables(),
                    List.of(StepSpec.rows(0, "cities", "public.cities", 5)
                            .parent(ParentSpec.pick("public.countries", "cities_country_id_fkey", 0, false)
                                    .existing("name = 'nowhere'", 10, ""))),
                    (step, call) -> {});
            assertThatThrownBy(() -> fill(database, program))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                    .hasMessageContaining(
                            "[SEED-4302] cities(…): table public.countries has no rows to take a parent from");
        }
    }

    @Test
    void aCircleIsClosedAfterTheLoad() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(CIRCLE);
            SeedProgram program = new SlotsProgram(
                    List.of(
                            table("teams", key("teams"), ColumnSpec.of("owner_id", "bigint", Kind.INT8))
                                    .primaryKey("id")
                                    .foreignKey(
                                            "teams_owner_id_fkey",
                                            List.of("owner_id"),
                                            "public.users",
                                            List.of("id"),
                                            false)
                                    .build(),
                            table(
                                            "users",
                                            key("users"),
                                            ColumnSpec.of("team_id", "bigint", Kind.INT8)
                                                    .required())
                                    .primaryKey("id")
                                    .foreignKey(
                                            "users_team_id_fkey",
                                            List.of("team_id"),
                                            "public.teams",
                                            List.of("id"),
                                            false)
                                    .build()),
                    List.of(
                            StepSpec.rows(0, "teams", "public.teams", 8)
                                    .parent(ParentSpec.pick("public.users", "teams_owner_id_fkey", 0.25, false)
                                            .afterwards()),
                            StepSpec.per(1, "users", "public.users")
                                    .parent(ParentSpec.per(
                                            "public.teams", "users_team_id_fkey", 1, 4, Shape.UNIFORM, -1))),
                    (step, call) -> {});
            fill(database, program);
            int owned =
                    Integer.parseInt(ask(database, "select count(*) from teams t join users u on u.id = t.owner_id"));
            assertThat(owned).isBetween(1, 8);
            assertThat(ask(database, "select count(*) from teams where owner_id is null"))
                    .isEqualTo("" + (8 - owned));
        }
    }

    @Test
    void aDryRunSaysWhereARowComputesManyOthers() {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(
                    "create table nodes (id bigint generated always as identity primary key, name text not null,"
                            + " parent_id bigint references nodes)");
            SlotsProgram program = new SlotsProgram(
                    List.of(SlotsProgram.table(
                                    "nodes",
                                    SlotsProgram.key("nodes"),
                                    ColumnSpec.of("name", "text", Kind.TEXT).required(),
                                    ColumnSpec.of("parent_id", "bigint", Kind.INT8))
                            .primaryKey("id")
                            .foreignKey(
                                    "nodes_parent_id_fkey", List.of("parent_id"), "public.nodes", List.of("id"), false)
                            .build()),
                    List.of(StepSpec.rows(0, "nodes", "public.nodes", 20_000)
                            .parent(ParentSpec.tree("public.nodes", "nodes_parent_id_fkey", 0.0001, 60))),
                    (step, call) -> {
                        Slots parent = (Slots) call.parent(0);
                        ((Slots) call.row())
                                .set(
                                        1,
                                        parent == null
                                                ? "root"
                                                : "under "
                                                        + String.valueOf(parent.get(1))
                                                                .length());
                    });
            RunOptions dry = new RunOptions(null, Map.of(), true, "");
            Summary summary = Execution.run(program, database::connect, dry, p -> {});
            assertThat(summary.tables().get(0).callsPerRow()).isGreaterThan(8);
            assertThat(summary.notes()).anyMatch(n -> n.startsWith("Each row of public.nodes takes "));
        }
    }
}
