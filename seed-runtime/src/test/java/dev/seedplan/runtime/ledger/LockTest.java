package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.LockHolder;
import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.Seedplan;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.internal.ledger.SeedLock;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One seeder at a time works on a database. */
class LockTest {

    @Test
    void ofTwentyAtOnceExactlyOneWrites() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try (Shop shop = new Shop()) {
            CyclicBarrier start = new CyclicBarrier(20);
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    try {
                        Summary summary = shop.run();
                        return summary.written() > 0 ? 1 : 0;
                    } catch (SeedException e) {
                        assertThat(e.code()).isEqualTo("SEED-4406");
                        assertThat(e.exitCode()).isEqualTo(4);
                        return 0;
                    }
                }));
            }
            int wrote = 0;
            for (Future<Integer> one : all) {
                wrote += one.get();
            }
            assertThat(wrote).isEqualTo(1);
            assertThat(shop.number("select count(*) from customers")).isEqualTo(40);
            assertThat(shop.number("select count(*) from seedplan.run where state = 'done'"))
                    .isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSecondSaysWhoIsAtWorkSinceWhenAndFromWhere() throws SQLException {
        try (Shop shop = new Shop();
                Connection loading = shop.database.connect()) {
            loading.setAutoCommit(false);
            try (SeedLock lock = SeedLock.take(shop.database::connect, loading, Duration.ZERO, "dev.example.Blog")) {
                lock.check();
                assertThatThrownBy(shop::run)
                        .hasMessageMatching(
                                "(?s)\\[SEED-4406] the lock is held by seedplan \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ "
                                        + ".+, role " + shop.database.user()
                                        + ".*, connected at .+, server process \\d+.*");
                List<LockHolder> holders =
                        Seedplan.ledger(shop.database.dataSource()).status().holders();
                assertThat(holders).hasSize(2);
                assertThat(holders.get(0).name()).startsWith("seedplan 20");
                assertThat(holders.get(1).loading()).isTrue();
            }
            assertThat(Seedplan.ledger(shop.database.dataSource()).status().holders())
                    .isEmpty();
            assertThat(shop.run().written()).isPositive();
        }
    }

    @Test
    void oneWaitsAsLongAsItIsTold() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Shop shop = new Shop();
                Connection loading = shop.database.connect()) {
            loading.setAutoCommit(false);
            Keeping waiting = new Keeping(true, "seedplan", OnChange.REFUSE, true, 0, Duration.ofMinutes(1));
            SeedLock lock = SeedLock.take(shop.database::connect, loading, Duration.ZERO, "Blog");
            Future<Summary> second = thread.submit(() -> shop.run(new ShopPlanSeed(), waiting));
            while (shop.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                Thread.onSpinWait();
            }
            lock.close();
            assertThat(second.get().written()).isPositive();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whoLosesTheLockDoesNotCommit() throws SQLException {
        try (Shop shop = new Shop()) {
            boolean[] ended = new boolean[1];
            assertThatThrownBy(() -> Execution.run(
                            new ShopPlanSeed(),
                            shop.database::connect,
                            new RunOptions(null, Map.of(), false, ""),
                            state -> {
                                if (!ended[0] && state.table().endsWith("notes")) {
                                    ended[0] = true;
                                    end(shop, false);
                                }
                            }))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.code()).isEqualTo("SEED-4407"));
            assertThat(shop.number("select count(*) from customers")).isZero();
            assertThat(shop.run().written()).isPositive();
        }
    }

    @Test
    void unlockEndsTheOneAtWork() throws SQLException {
        try (Shop shop = new Shop()) {
            List<LockHolder> ended = new ArrayList<>();
            assertThatThrownBy(() -> Execution.run(
                            new ShopPlanSeed(),
                            shop.database::connect,
                            new RunOptions(null, Map.of(), false, ""),
                            state -> {
                                if (ended.isEmpty() && state.table().endsWith("notes")) {
                                    ended.addAll(Seedplan.ledger(shop.database.dataSource())
                                            .unlock());
                                }
                            }))
                    .isInstanceOfSatisfying(
                            SeedException.class, e -> assertThat(e.code()).isIn("SEED-4101", "SEED-4407"));
            assertThat(ended).hasSize(2);
            assertThat(shop.number("select count(*) from customers")).isZero();
            assertThat(shop.run().written()).isPositive();
        }
    }

    private static void end(Shop shop, boolean loading) {
        Seedplan.ledger(shop.database.dataSource()).status().holders().stream()
                .filter(h -> h.loading() == loading)
                .forEach(h -> shop.database.query("select pg_terminate_backend(" + h.pid() + ")"));
    }

    @Test
    void connectionsThatAreOneOfTheServerAreFoundOut() throws SQLException {
        try (Shop shop = new Shop();
                Connection server = shop.database.connect()) {
            // What a pooler in transaction mode does: every client's transaction runs on the same connection of the
            // server.
            Execution.Connector pooler = () -> (Connection) Proxy.newProxyInstance(
                    LockTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(server, arguments));
            assertThatThrownBy(() -> Execution.run(
                            new ShopPlanSeed(), pooler, new RunOptions(null, Map.of(), false, ""), p -> {}))
                    .hasMessageStartingWith("[SEED-4408]");
            assertThat(shop.number("select count(*) from customers")).isZero();
        }
    }
}
