package dev.seedplan.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.Assets;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.Call;
import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.StepSpec;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import dev.seedplan.runtime.shop.SlotsProgram;
import dev.seedplan.spi.Kind;
import dev.seedplan.spi.Slots;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Row methods that depend on something else than their row are found before anything is written. */
class PurityTest {

    /** Reads the clock. */
    static class ClockPlan {

        long millis() {
            return System.currentTimeMillis();
        }
    }

    /** Inherits a method that reads the clock. */
    static class ClockHeir extends ClockPlan {}

    /** Looks harmless in its class file. */
    static class CountingPlan {

        private int count;

        String next() {
            return "value " + count++;
        }
    }

    private static SeedProgram program(Class<?> plan, Supplier<Supplier<String>> instances) {
        SlotsProgram tables = new SlotsProgram(
                List.of(SlotsProgram.table(
                                "t", ColumnSpec.of("v", "text", Kind.TEXT).required())
                        .build()),
                List.of(StepSpec.rows(0, "t", "public.t", 20)),
                (step, call) -> {});
        return new SeedProgram() {
            @Override
            public PlanSpec spec() {
                PlanSpec spec = tables.spec();
                return new PlanSpec(
                        plan.getName(),
                        1,
                        spec.at(),
                        "en",
                        "",
                        "test",
                        spec.tables(),
                        spec.steps(),
                        List.of(),
                        List.of());
            }

            @Override
            public BoundPlan bind() {
                Supplier<String> instance = instances.get();
                return new BoundPlan() {
                    @Override
                    public void call(int step, Call call) {
                        ((Slots) call.row()).set(0, instance.get());
                    }

                    @Override
                    public Assets<?> assets(String field) {
                        throw new IllegalArgumentException(field);
                    }
                };
            }
        };
    }

    private static void check(SeedProgram program) {
        Layout layout = Layout.of(program, 1, Map.of(), new Pools(PurityTest.class.getClassLoader(), ""), (t, p) -> {
            throw new IllegalStateException("no existing rows here");
        });
        layout.rehearse();
        Purity.check(layout);
    }

    @Test
    void aFieldThatCountsIsFoundByComputingTwice() {
        assertThatThrownBy(() -> check(program(CountingPlan.class, () -> new CountingPlan()::next)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("[SEED-4310] t(…): two computations of row ")
                .hasMessageContaining("differ in column v: value ");
    }

    @Test
    void theClockIsFoundInTheClassFile() {
        assertThatThrownBy(() -> check(program(ClockPlan.class, () -> () -> "x")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("[SEED-4311] plan class " + ClockPlan.class.getName()
                        + " uses java.lang.System.currentTimeMillis");
    }

    @Test
    void anAncestorOfThePlanIsLookedThroughToo() {
        assertThatThrownBy(() -> check(program(ClockHeir.class, () -> () -> "x")))
                .hasMessageContaining("[SEED-4311] plan class " + ClockPlan.class.getName());
    }

    @Test
    void aPurePlanPasses() {
        assertThatCode(() -> check(new ShopPlanSeed())).doesNotThrowAnyException();
    }
}
