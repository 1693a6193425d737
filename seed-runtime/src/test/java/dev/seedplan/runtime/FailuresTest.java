package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.OnFailure;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which something goes wrong: tried anew, gone on without, or failed once. */
class FailuresTest {

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.create();
    private final List<String> notes = new ArrayList<>();
    private int connections;

    @BeforeEach
    void prepare() {
        database.execute(ShopPlanSeed.DDL);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Summary run(OnFailure failing) {
        return run(new ShopPlanSeed(), failing);
    }

    private Summary run(SeedProgram program, OnFailure failing) {
        return Execution.run(
                program,
                this::connect,
                new RunOptions(null, Map.of(), false, "").failing(failing),
                new dev.seedplan.runtime.internal.run.Progress() {
                    @Override
                    public void at(State state) {}

                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                });
    }

    private Connection connect() throws SQLException {
        connections++;
        return database.connect();
    }

    private long number(String query) {
        return Long.parseLong(String.valueOf(database.query(query).get(0).get(0)));
    }

    /** Fails as often as a sequence has not reached a number; a sequence keeps its count when all else is undone. */
    private void failTwice(String state) {
        database.execute("create sequence tries; create function fail() returns trigger language plpgsql as $$ begin"
                + " if nextval('tries') < 3 then raise exception 'not now' using errcode = '" + state + "'; end if;"
                + " return null; end $$;"
                + " create trigger fail after insert on products for each statement execute function fail()");
    }

    @Test
    void aDeadlockIsTriedAnew() {
        failTwice("40P01");
        assertThat(run(new OnFailure(2, false, 0, null)).written()).isPositive();
        assertThat(notes).filteredOn(n -> n.contains("Trying anew in")).hasSize(2);
        assertThat(number("select count(*) from customers")).isEqualTo(40);
        assertThat(number("select count(*) from seedplan.run where state = 'done'"))
                .isEqualTo(1);
        assertThat(number("select max(id) from customers")).isEqualTo(40);
    }

    @Test
    void aSerialisationFailureIsTriedAnewOnlySoOften() {
        failTwice("40001");
        assertThatThrownBy(() -> run(new OnFailure(1, false, 0, null)))
                .isInstanceOf(SeedException.class)
                .hasMessageContaining("not now");
        assertThat(number("select count(*) from customers")).isZero();
    }

    @Test
    void whatCannotHelpIsTriedOnce() {
        failTwice("P0001");
        assertThatThrownBy(() -> run(new OnFailure(5, false, 0, null))).hasMessageContaining("not now");
        assertThat(notes).noneMatch(n -> n.contains("Trying anew"));
        assertThat(connections).isEqualTo(2);
    }

    @Test
    void aServerThatIsNotThereYetIsTriedAnew() {
        int[] failures = {2};
        Summary summary = Execution.run(
                new ShopPlanSeed(),
                () -> {
                    if (failures[0]-- > 0) {
                        throw new SQLException("the database system is starting up", "57P03");
                    }
                    return database.connect();
                },
                new RunOptions(null, Map.of(), false, "").failing(new OnFailure(2, false, 0, null)),
                state -> {});
        assertThat(summary.written()).isPositive();
    }

    @Test
    void rowsThatAreRefusedAreLeftOutAndListed() throws IOException {
        database.execute("alter table customers add constraint no_third check (id <> 3),"
                + " add constraint no_last check (id <> 40)");
        Path file = directory.resolve("rejects.jsonl");
        Summary summary = run(new OnFailure(0, false, 1000, file));
        assertThat(summary.exitCode()).isEqualTo(SeedException.LEFT_OUT);
        assertThat(number("select count(*) from customers")).isEqualTo(38);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .filteredOn(l -> l.contains("\"public.customers\""))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"row\":2,", "[SEED-4203]", "no_third", "\"values\":{\"id\":\"3\",\"name\":");
        // What refers to them is refused, too, each row for itself.
        assertThat(summary.leftOut()).extracting(Summary.LeftOut::table).contains("public.customers");
        long listed =
                summary.leftOut().stream().mapToLong(Summary.LeftOut::rows).sum();
        assertThat(lines).hasSize((int) listed);
        assertThat(summary.tables())
                .allSatisfy(t -> assertThat(t.written())
                        .isEqualTo(t.asked()
                                - summary.leftOut().stream()
                                        .filter(l -> l.table().equals(t.table()))
                                        .mapToLong(Summary.LeftOut::rows)
                                        .sum()));
        assertThat(number("select count(*) from seedplan.run where state = 'done'"))
                .isEqualTo(1);
        assertThat(run(OnFailure.USUAL).written()).isZero();
        Seedplan.ledger(database.dataSource()).rollbackLast().run();
        assertThat(number("select count(*) from customers")).isZero();
    }

    @Test
    void tooManyRefusedRowsFailTheRun() {
        database.execute("alter table customers add constraint few check (id < 20)");
        Path file = directory.resolve("rejects.jsonl");
        assertThatThrownBy(() -> run(new OnFailure(0, true, 5, file))).hasMessageStartingWith("[SEED-4230]");
        assertThat(number("select count(*) from customers")).isZero();
        database.execute("alter table customers drop constraint few, add constraint few check (id <> 2)");
        assertThatThrownBy(() -> run(new OnFailure(0, false, 500, directory.resolve("no/such/file"))))
                .hasMessageStartingWith("[SEED-4231]");
        assertThat(number("select count(*) from customers")).isZero();
    }

    @Test
    void aStepThatFailsIsLeftOutWithWhatNeedsItAndDoneLater() {
        database.execute("alter table products add constraint none check (id < 0)");
        Summary summary = run(new OnFailure(0, true, 0, null));
        assertThat(summary.exitCode()).isEqualTo(SeedException.LEFT_OUT);
        assertThat(summary.leftOut())
                .extracting(Summary.LeftOut::table)
                .containsExactlyInAnyOrder("public.products", "public.order_lines");
        assertThat(summary.leftOut().get(1).reason()).contains("it needs rows of public.products");
        assertThat(number("select count(*) from customers")).isEqualTo(40);
        assertThat(number("select count(*) from orders")).isPositive();
        assertThat(number("select count(*) from products")).isZero();
        database.execute("alter table products drop constraint none");
        assertThat(run(OnFailure.USUAL).exitCode()).isZero();
        assertThat(number("select count(*) from products")).isEqualTo(12);
        assertThat(number("select count(*) from order_lines")).isPositive();
        assertThat(number("select count(*) from customers")).isEqualTo(40);
    }
}
