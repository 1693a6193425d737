package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at a schema: how its tables hang together, and what it is. */
class SchemaCommandsTest {

    @TempDir
    Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        environment.put("PGPASSWORD", database.password());
        environment.put("SEEDPLAN_USER", database.user());
        environment.put("SEEDPLAN_URL", database.jdbcUrl());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private void related() {
        database.execute("""
                create table teams (id int primary key);
                create table people (id int primary key, team_id int not null references teams, boss_id int references people);
                create table projects (id int primary key, team_id int not null references teams, lead_task_id int);
                create table tasks (id int primary key, team_id int not null references teams, project_id int not null references projects);
                alter table projects add constraint projects_lead_fkey foreign key (lead_task_id) references tasks;
                create table assignments (task_id int references tasks, person_id int references people, primary key (task_id, person_id));
                """);
    }

    @Test
    void relationsAreShownForPeople() {
        related();
        assertThat(run("analyze")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("""
                5 tables, 8 foreign keys

                order:
                  1. public.teams
                  2. public.people
                  3. public.projects, public.tasks
                  4. public.assignments

                relations:
                  public.assignments (person_id) to public.people (id)
                  public.assignments (task_id) to public.tasks (id)
                  public.people (boss_id) to public.people (id), may be NULL
                  public.people (team_id) to public.teams (id)
                  public.projects (lead_task_id) to public.tasks (id), may be NULL
                  public.projects (team_id) to public.teams (id)
                  public.tasks (project_id) to public.projects (id)
                  public.tasks (team_id) to public.teams (id)

                cycles:
                  public.people refers to itself: public.people (boss_id) may be NULL
                  public.projects, public.tasks: public.projects (lead_task_id) may be NULL

                junction tables:
                  public.assignments

                tenant columns:
                  team_id to public.teams, in 3 tables: public.people, public.projects, public.tasks
                """);
    }

    @Test
    void relationsAreShownForProgramsAndAsDiagrams() {
        related();
        assertThat(run("analyze", "--format", "json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"version\":1,\"command\":\"analyze\",\"exit\":0,\"tables\":[\"public.assignments\",")
                .contains("\"junctions\":[\"public.assignments\"]")
                .contains("\"tenants\":[{\"column\":\"team_id\",\"owner\":\"public.teams\",");
        assertThat(run("analyze", "--format", "mermaid")).isZero();
        assertThat(out.toString())
                .startsWith("erDiagram\n    public_assignments[\"public.assignments\"]\n")
                .contains("    public_teams ||--o{ public_people : \"team_id\"\n")
                .contains("    public_people |o--o{ public_people : \"boss_id\"\n");
        assertThat(run("analyze", "--format", "dot")).isZero();
        assertThat(out.toString())
                .startsWith("digraph schema {\n")
                .contains("    \"public.assignments\" [style=dashed];\n")
                .contains("    \"public.people\" -> \"public.teams\" [label=\"team_id\"];\n");
        assertThat(run("analyze", "--format", "svg")).isEqualTo(2);
    }

    @Test
    void aSnapshotDoesInsteadOfADatabase() {
        related();
        String file = project.resolve("schema.json").toString();
        assertThat(run("snapshot", "--out", file)).isZero();
        environment.remove("SEEDPLAN_URL");
        assertThat(run("analyze", "--snapshot", file)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("5 tables, 8 foreign keys\n");
        assertThat(run("detect", "--snapshot", file)).isZero();
        assertThat(run("detect")).isEqualTo(2);
    }

    @Test
    void aShopOfTeamsIsToldWithEvidence() {
        database.execute("""
                create table flyway_schema_history (installed_rank int primary key);
                create table users (id int primary key, avatar_url text);
                create table teams (id int primary key, name text not null);
                create table team_members (team_id int references teams, user_id int references users, primary key (team_id, user_id));
                create table products (id int primary key, title text not null, description text, attributes jsonb);
                create table order_items (id int primary key, product_id int not null references products);
                create table orders (id int primary key);
                create table categories (code text primary key, label text not null);
                """);
        assertThat(run("detect")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("""
                frameworks:
                  Flyway (public.flyway_schema_history)
                domain: shop (public.order_items; public.orders; public.products)
                accounts: team (public.team_members joins public.teams and public.users)
                content:
                  public.categories: csv (code, label)
                  public.products: markdown (title, description)
                  public.products: json (attributes)
                  public.teams: csv (name)
                  public.users: images (avatar_url)
                """);
        assertThat(run("detect", "--json", "--framework", "rails")).isZero();
        assertThat(out.toString())
                .contains("\"frameworks\":[{\"name\":\"Rails\",\"evidence\":[\"--framework says so\"]}]")
                .contains("\"domain\":{\"name\":\"shop\",");
        assertThat(run("detect", "--framework", "Railz")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"Rails\"?");
    }

    @Test
    void whatNothingSpeaksForIsOther() {
        database.execute("create table measurements (id int primary key, value float8)");
        assertThat(run("detect")).isZero();
        assertThat(out.toString())
                .contains("frameworks: none that is known\n")
                .contains("domain: other (no two tables are called as in shop, saas, blog, erp, outdoor)\n")
                .contains("accounts: none (")
                .contains("content: no table that looks like it\n");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SeedplanCommand.commandLine(environment, project)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
