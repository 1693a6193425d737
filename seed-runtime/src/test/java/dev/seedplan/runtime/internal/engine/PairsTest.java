package dev.seedplan.runtime.internal.engine;

import static dev.seedplan.runtime.shop.SlotsProgram.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Spread;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.ParentSpec;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.program.TableSpec;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Link tables by density, over many seeds and sizes; a failure names the seed. */
class PairsTest {

    private static final int SEEDS = "no".equals(System.getProperty("seedplan.full", "no")) ? 60 : 3_000;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS).map(i -> i * 6_151 + 3);
    }

    private static TableSpec.Builder things(String name) {
        return table(name, ColumnSpec.of("id", "bigint", Kind.INT8).required()).primaryKey("id");
    }

    private static SlotsProgram program(long parents, long others, ParentSpec.Pairs pairs) {
        return new SlotsProgram(
                List.of(
                        things("posts").build(),
                        things("tags").build(),
                        table(
                                        "post_tags",
                                        ColumnSpec.of("post_id", "bigint", Kind.INT8)
                                                .required(),
                                        ColumnSpec.of("tag_id", "bigint", Kind.INT8)
                                                .required())
                                .primaryKey("post_id", "tag_id")
                                .foreignKey("post", List.of("post_id"), "public.posts", List.of("id"), false)
                                .foreignKey("tag", List.of("tag_id"), "public.tags", List.of("id"), false)
                                .build()),
                List.of(
                        StepSpec.rows(0, "posts", "public.posts", parents),
                        StepSpec.rows(1, "tags", "public.tags", others),
                        StepSpec.per(2, "postTags", "public.post_tags")
                                .parent(ParentSpec.pairs(
                                        "public.posts",
                                        "post",
                                        pairs.density(),
                                        pairs.spread(),
                                        pairs.orphans(),
                                        "tag"))
                                .parent(ParentSpec.pick("public.tags", "tag", 0, false))),
                (step, call) -> {});
    }

    private static Layout layout(long seed, long parents, long others, ParentSpec.Pairs pairs) {
        Layout layout = Layout.of(
                program(parents, others, pairs),
                seed,
                Map.of(),
                new Pools(PairsTest.class.getClassLoader(), ""),
                (table, parent) -> new ExistingRows(table, List.of(), 0, i -> new Object[0]));
        layout.rehearse();
        return layout;
    }

    private static List<List<Object>> inOrder(Layout layout) {
        List<List<Object>> rows = new ArrayList<>();
        layout.worker()
                .pass(layout.steps().get(2))
                .forEach(pass ->
                        rows.add(List.of(pass.slots().getBits(0), pass.slots().getBits(1))));
        return rows;
    }

    private static LongSummaryStatistics perRow(List<List<Object>> rows, int side, int of) {
        long[] counts = new long[of];
        rows.forEach(row -> counts[(int) ((Long) row.get(side) - 1)]++);
        return LongStream.of(counts).summaryStatistics();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pairsAreExactDistinctAndFoundFromTheirOrdinals(long seed) {
        Random random = new Random(seed);
        int parents = 1 + random.nextInt(80);
        int others = 1 + random.nextInt(60);
        double density = random.nextInt(6) == 0 ? 1 : Math.max(0.001, random.nextDouble());
        boolean orphans = random.nextBoolean();
        for (Spread spread : Spread.values()) {
            ParentSpec.Pairs pairs = new ParentSpec.Pairs(density, spread, orphans, "tag");
            String what = "seed " + seed + ", " + parents + " x " + others + ", " + pairs;
            Layout layout = layout(seed, parents, others, pairs);
            List<List<Object>> rows = inOrder(layout);
            assertThat(new HashSet<>(rows)).as(what).hasSameSizeAs(rows);
            long asked = Math.round(density * parents * others);
            if (orphans) {
                assertThat(rows).as(what).hasSize((int) asked);
            } else {
                assertThat(rows.size()).as(what).isGreaterThanOrEqualTo((int) asked);
                assertThat(perRow(rows, 0, parents).getMin()).as(what).isPositive();
                assertThat(perRow(rows, 1, others).getMin()).as(what).isPositive();
            }
            if (spread == Spread.EVEN) {
                for (int side = 0; side < 2; side++) {
                    LongSummaryStatistics each = perRow(rows, side, side == 0 ? parents : others);
                    assertThat(each.getMax() - each.getMin()).as(what).isLessThanOrEqualTo(1);
                }
            }
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
            Collections.shuffle(order, random);
            StepPass pass = layout.worker().pass(layout.steps().get(2));
            for (int row : order) {
                pass.moveTo(row);
                assertThat(List.<Object>of(pass.slots().getBits(0), pass.slots().getBits(1)))
                        .as(what + ", row " + row)
                        .isEqualTo(rows.get(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spreadsDifferAsTheySay(long seed) {
        long most = perRow(
                        inOrder(layout(seed, 200, 50, new ParentSpec.Pairs(0.1, Spread.WEIGHTED, true, "tag"))), 1, 50)
                .getMax();
        assertThat(most).as("seed %d: the most popular of a mean of 20", seed).isGreaterThan(40);
        List<List<Object>> grouped =
                inOrder(layout(seed, 200, 50, new ParentSpec.Pairs(0.1, Spread.CLUSTERED, true, "tag")));
        // Of 50 others the 40 parents of a group have no more than its ten.
        for (int group = 0; group < 5; group++) {
            int remainder = group;
            assertThat(grouped.stream()
                            .filter(row -> ((Long) row.get(0) - 1) % 5 == remainder)
                            .map(row -> row.get(1))
                            .distinct()
                            .count())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(10);
        }
    }

    @Test
    void parentsWithoutAnyOfTheOtherSideAreRefused() {
        assertThatThrownBy(() -> layout(1, 3, 0, new ParentSpec.Pairs(0.5, Spread.EVEN, true, "tag")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("[SEED-4302] postTags(…): table public.tags has no rows to take a parent from");
        assertThat(layout(1, 0, 3, new ParentSpec.Pairs(0.5, Spread.WEIGHTED, false, "tag"))
                        .steps()
                        .get(2)
                        .count())
                .isZero();
    }

    @Test
    void tooManyPairsAreRefused() {
        assertThatThrownBy(() -> layout(1, 1L << 30, 1L << 20, new ParentSpec.Pairs(0.5, Spread.EVEN, true, "tag")))
                .hasMessageContaining("[SEED-4312]");
    }
}
