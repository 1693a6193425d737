package dev.seedplan.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.internal.run.Execution;
import dev.seedplan.runtime.internal.run.Keeping;
import dev.seedplan.runtime.internal.run.RunOptions;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run that is killed, at a random moment and in every mode, and one after it: together they write what one would have. */
class KillTest {

    private static final boolean FULL = !"no".equals(System.getProperty("seedplan.full", "no"));
    private static final int KILLS = FULL ? 200 : 20;
    private static final Map<String, Long> ROWS = Map.of("customers", 150L);

    private record Mode(String name, boolean atomic, long commitEvery) {

        Keeping keeping() {
            return new Keeping(true, "seedplan", OnChange.REFUSE, atomic, commitEvery, Duration.ofSeconds(20));
        }
    }

    private static final List<Mode> MODES = List.of(
            new Mode("atomic", true, 0),
            new Mode("commit after each step", false, 0),
            new Mode("commit every 7 rows", false, 7),
            new Mode("commit every 100 rows", false, 100));

    /** Keys as the places of their rows: what is the same wherever the keys begin. */
    private static final String CANONICAL = """
            with c as (select id, row_number() over (order by id) as n from customers),
                 p as (select id, row_number() over (order by id) as n from products),
                 m as (select id, row_number() over (order by id) as n from notes),
                 r(row) as (
              select concat_ws('|', 'c', c.n, t.name, t.email, t.joined_at, t.tier) from customers t join c using (id)
              union all select concat_ws('|', 'p', p.n, t.name, t.price, t.shelf) from products t join p using (id)
              union all select concat_ws('|', 'o', t.id, c.n, coalesce(s.n, 0), t.placed_at, t.note)
                from orders t join c on c.id = t.customer_id left join c as s on s.id = t.seller_id
              union all select concat_ws('|', 'l', t.order_id, p.n, t.quantity) from order_lines t join p on p.id = t.product_id
              union all select concat_ws('|', 'n', m.n, t.order_id, coalesce(q.n, 0), t.body)
                from notes t join m using (id) left join m as q on q.id = t.parent_id)
            select count(*) || ' ' || md5(string_agg(row, '/' order by row)) from r""";

    private static String undisturbed = "";

    @BeforeAll
    static void seedOnce() {
        try (Shop shop = new Shop()) {
            shop.run(new ShopPlanSeed(), ROWS, Keeping.USUAL);
            undisturbed = String.valueOf(shop.ask(CANONICAL));
        }
    }

    private static final SortedMap<String, Integer> FOUND = new TreeMap<>();

    @Test
    void killedProcessesAreGoneOnWith() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Integer> lines = new TreeMap<>();
        for (int i = 0; i < KILLS; i++) {
            Mode mode = MODES.get(i % MODES.size());
            try (Shop shop = new Shop()) {
                int most = lines.getOrDefault(mode.name(), 40);
                int seen = kill(shop, mode, 1 + random.nextInt(most));
                lines.merge(mode.name(), Math.max(40, seen), Math::max);
                check(shop, mode, "kill " + i + " of random seed " + seed);
            }
        }
    }

    /** Kills the process after so many lines of its progress, wherever it is by then. */
    private static int kill(Shop shop, Mode mode, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classPath(),
                        KilledShop.class.getName(),
                        shop.database.jdbcUrl(),
                        shop.database.user(),
                        shop.database.password(),
                        String.valueOf(mode.atomic()),
                        String.valueOf(mode.commitEvery()))
                .redirectErrorStream(true)
                .start();
        int seen = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("done") && ++seen < lines) {
                assertThat(line).doesNotContain("Exception", "Error");
                line = out.readLine();
            }
            process.destroyForcibly().waitFor();
        }
        return seen;
    }

    private static String classPath() {
        // A console launcher loads tests with a loader of its own.
        return KillTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static void check(Shop shop, Mode mode, String which) {
        long left = shop.number("select count(*) from customers") + shop.number("select count(*) from products");
        boolean recorded = shop.ask("select to_regclass('seedplan.run')") != null;
        boolean done = recorded && shop.number("select count(*) from seedplan.run where state = 'done'") > 0;
        if (mode.atomic() && !done) {
            assertThat(left).as(which).isZero();
        }
        String state =
                done ? "all rows" : left > 0 ? "a part of the rows" : recorded ? "no row, but a record" : "nothing";
        FOUND.merge(mode.name() + ": " + state, 1, Integer::sum);
        Keeping keeping = new Keeping(
                true, "seedplan", OnChange.REFUSE, mode.atomic(), mode.commitEvery(), Duration.ofSeconds(20));
        shop.run(new ShopPlanSeed(), ROWS, keeping);
        assertThat(shop.ask(CANONICAL)).as(which + ", " + mode).isEqualTo(undisturbed);
        assertThat(shop.run(new ShopPlanSeed(), ROWS, keeping).written())
                .as(which)
                .isZero();
        assertThat(shop.number("select count(*) from seedplan.run where state = 'done'"))
                .as(which)
                .isEqualTo(1);
    }

    @Test
    void lostConnectionsAreGoneOnWith() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < (FULL ? 100 : 8); i++) {
            Mode mode = MODES.get(i % MODES.size());
            try (Shop shop = new Shop()) {
                int[] left = {random.nextInt(mode.commitEvery() == 7 ? 200 : 12)};
                try {
                    Execution.run(
                            new ShopPlanSeed(),
                            shop.database::connect,
                            new RunOptions(null, ROWS, false, "").keeping(mode.keeping()),
                            state -> {
                                if (left[0]-- == 0) {
                                    shop.database.query("select pg_terminate_backend(pid) from pg_stat_activity"
                                            + " where datname = current_database() and pid <> pg_backend_pid()");
                                }
                            });
                } catch (SeedException e) {
                    assertThat(e.exitCode()).as(e.getMessage()).isIn(1, 7, 8);
                }
                check(shop, mode, "cut " + i + " of random seed " + seed);
            }
        }
    }

    @AfterAll
    static void report() throws IOException {
        int all = FOUND.values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder text = new StringBuilder("## Runs cut off in the middle\n\nKilled as a process " + KILLS
                + " times, or cut off from the server, at random moments of a run of the test's shop: " + all
                + " runs, each gone on with by the next run, which ended with the rows of an undisturbed run, none twice; a third"
                + " wrote nothing. What the cut left behind:\n\n| mode and what was there | runs |\n|---|---|\n");
        FOUND.forEach((what, count) ->
                text.append("| ").append(what).append(" | ").append(count).append(" |\n"));
        if (FULL) {
            Path file = Path.of("..", "docs", "reliability.md");
            String before = Files.exists(file)
                    ? Files.readString(file)
                    : "# Reliability\n\nWritten by the tests under -Dseedplan.full.\n";
            int start = before.indexOf("## Runs cut off in the middle");
            int end = start < 0 ? -1 : before.indexOf("\n## ", start + 1);
            String rest = end < 0 ? "" : before.substring(end);
            Files.writeString(file, (start < 0 ? before + "\n" : before.substring(0, start)) + text + rest);
        }
        System.out.println(text);
    }
}
