package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.LedgerStatus;
import dev.seedplan.runtime.RunStatus;
import dev.seedplan.runtime.RunStatus.TableStatus;
import dev.seedplan.runtime.Seedplan;
import org.junit.jupiter.api.Test;

/** What the ledger says, compared with what is there. */
class StatusTest {

    @Test
    void aDatabaseWithoutALedgerHasNoRuns() {
        try (Shop shop = new Shop()) {
            LedgerStatus status = Seedplan.ledger(shop.database.dataSource()).status();
            assertThat(status.exists()).isFalse();
            assertThat(status.runs()).isEmpty();
        }
    }

    @Test
    void rowsAreThereChangedOrGone() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("update customers set tier = 'gold' where id < 4");
            shop.database.execute("delete from notes where id in (select max(id) from notes)");
            long notes = shop.number("select count(*) from notes");
            RunStatus run =
                    Seedplan.ledger(shop.database.dataSource()).status().runs().get(0);
            assertThat(run.state()).isEqualTo("done");
            assertThat(run.tables())
                    .contains(
                            new TableStatus("public.customers", 40, 37, 3, 0),
                            new TableStatus("public.notes", notes + 1, notes, 0, 1));
            assertThat(run.next()).startsWith("nothing, unless the plan");
            assertThat(shop.run().notes())
                    .contains(
                            "of the rows of public.customers somebody has changed 3 since",
                            "of the rows of public.notes 1 have been deleted since");
        }
    }

    @Test
    void aDatabaseThatWasEmptiedIsSeededAnew() {
        try (Shop shop = new Shop()) {
            shop.run();
            shop.database.execute("truncate customers, products cascade");
            assertThat(Seedplan.ledger(shop.database.dataSource())
                            .status()
                            .runs()
                            .get(0)
                            .next())
                    .isEqualTo("write all rows: none is left");
            assertThat(shop.run().written()).isPositive();
            assertThat(shop.ask("select string_agg(state, ',' order by id) from seedplan.run"))
                    .isEqualTo("given up,done");
        }
    }
}
