package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.FillRequest;
import dev.seedplan.runtime.FillSummary;
import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.RollbackSummary;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fill is a run like any plan's: recorded, repeatable, taken back. */
class FilledTest {

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void prepare() {
        database.execute(ShopPlanSeed.DDL);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private FillRequest fill() {
        return Seedplan.fill().to(database.dataSource());
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : Shop.TABLES) {
            rows.add(table + ": " + database.query("select t::text from " + table + " t order by 1"));
        }
        return rows;
    }

    private long count(String table) {
        return Long.parseLong(String.valueOf(
                database.query("select count(*) from " + table).get(0).get(0)));
    }

    @Test
    void theSameFillAgainWritesNothing() {
        long written = fill().run().written();
        assertThat(written).isGreaterThan(50);
        List<String> before = rows();
        FillSummary again = fill().run();
        assertThat(again.written()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(again.notes()).containsExactly("already seeded by run 1; nothing was written");
        assertThat(fill().dryRun().run().notes()).containsExactly("already seeded by run 1; nothing was written");
        assertThat(rows()).isEqualTo(before);
        assertThat(Seedplan.ledger(database.dataSource()).status().runs()).hasSize(1);
    }

    @Test
    void anotherFillIsRefusedOrAddedOrReplaces() {
        fill().run();
        assertThatThrownBy(() -> fill().seed(2).defaultRows(5).run())
                .hasMessageStartingWith("[SEED-4403] run 1 filled these tables otherwise: ")
                .hasMessageContaining("seed was 1, it is 2")
                .hasMessageContaining("numbers was --default-rows 20, it is --default-rows 5");
        fill().seed(2).defaultRows(5).onChange(OnChange.ADD).run();
        assertThat(count("customers")).isEqualTo(25);
        fill().seed(3).defaultRows(7).onChange(OnChange.REPLACE).run();
        assertThat(count("customers")).isEqualTo(7);
        // Other tables are another thing.
        database.execute("create table more (id int primary key)");
        fill().tables("more").run();
        assertThat(count("more")).isEqualTo(20);
    }

    @Test
    void emptiedTablesAreFilledAnew() {
        fill().run();
        database.execute("truncate customers, products, orders, order_lines, notes");
        assertThat(fill().run().written()).isPositive();
    }

    @Test
    void itIsTakenBackExactlyWithWhatOthersHaveKept() {
        database.execute("insert into customers (name, email, joined_at) values ('Ada', 'ada@example.com', now())");
        List<String> before = rows();
        // Sent row by row, in savepoints, since the server refuses some of the first values.
        database.execute("alter table products add constraint odd check (price::text ~ '[13579]$')");
        fill().run();
        RollbackSummary back =
                Seedplan.ledger(database.dataSource()).rollbackLast().run();
        assertThat(back.exitCode()).isZero();
        assertThat(rows()).isEqualTo(before);
        fill().run();
        database.execute("update notes set body = 'mine' where id = (select min(id) from notes)");
        RollbackSummary kept =
                Seedplan.ledger(database.dataSource()).rollbackLast().run();
        assertThat(kept.exitCode()).isEqualTo(6);
        assertThat(database.query("select body from notes")).containsExactly(List.of("mine"));
    }

    @Test
    void aFillWithoutALedgerLeavesNoSchema() {
        fill().ledger(false).run();
        assertThat(count("customers")).isEqualTo(20);
        assertThat(database.query("select to_regnamespace('seedplan')").get(0).get(0))
                .isNull();
    }

    @Test
    void aLedgerOfAnotherNameIsNotFilledItself() {
        fill().ledgerSchema("books").run();
        fill().ledgerSchema("books").run();
        assertThat(count("books.run")).isEqualTo(1);
    }
}
