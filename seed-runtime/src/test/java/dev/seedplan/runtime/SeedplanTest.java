package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The entry for code: what it says of classes that are no plans. */
class SeedplanTest {

    /** Has no program beside it. */
    static class Unprocessed {}

    /** A template. */
    abstract static class Template {}

    @Test
    void aPlanWithoutAProgramSaysHowToConfigureTheProcessor() {
        assertThatThrownBy(() -> Seedplan.plan(Unprocessed.class))
                .isInstanceOfSatisfying(SeedException.class, e -> {
                    assertThat(e.code()).isEqualTo("SEED-4001");
                    assertThat(e.exitCode()).isEqualTo(SeedException.USAGE);
                })
                .hasMessageContaining("was compiled without seed-processor")
                .hasMessageContaining("<annotationProcessorPaths>");
    }

    @Test
    void anAbstractPlanIsATemplate() {
        assertThatThrownBy(() -> Seedplan.plan(Template.class))
                .hasMessageStartingWith("[SEED-4002]")
                .hasMessageContaining("is abstract");
    }
}
