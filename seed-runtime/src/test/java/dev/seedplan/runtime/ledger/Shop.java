package dev.seedplan.runtime.ledger;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A database of the shop, and runs on it. */
final class Shop implements AutoCloseable {

    static final List<String> TABLES = List.of("customers", "products", "orders", "order_lines", "notes");

    final TestDatabase database = TestDatabase.create();

    Shop() {
        database.execute(ShopPlanSeed.DDL);
    }

    static Keeping keeping(OnChange onChange, boolean atomic, long commitEvery) {
        return new Keeping(true, "seedplan", onChange, atomic, commitEvery, Duration.ZERO);
    }

    Summary run(SeedProgram program, Keeping keeping) {
        return run(program, Map.of(), keeping);
    }

    Summary run(SeedProgram program, Map<String, Long> rows, Keeping keeping) {
        return Execution.run(program, database::connect, options(rows, keeping), p -> {});
    }

    static RunOptions options(Map<String, Long> rows, Keeping keeping) {
        return new RunOptions(null, rows, false, "").keeping(keeping);
    }

    Summary run() {
        return run(new ShopPlanSeed(), Keeping.USUAL);
    }

    @Nullable
    String ask(String query) {
        return database.query(query).get(0).get(0);
    }

    long number(String query) {
        return Long.parseLong(String.valueOf(ask(query)));
    }

    /** {@return all rows of all tables, as checksums} */
    Map<String, String> checksums() {
        Map<String, String> sums = new TreeMap<>();
        for (String table : TABLES) {
            sums.put(
                    table,
                    ask("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                            + table + " t"));
        }
        return sums;
    }

    @Override
    public void close() {
        database.close();
    }
}
