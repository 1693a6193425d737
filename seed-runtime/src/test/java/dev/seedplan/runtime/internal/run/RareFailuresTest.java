package dev.seedplan.runtime.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.program.BoundPlan;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.shop.ShopPlanSeed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of failures that are hard to bring about for real. */
class RareFailuresTest {

    @Test
    void aServerOlderThan12IsRefused() {
        assertThatThrownBy(() -> Target.checkVersion(11, "11.22"))
                .isInstanceOfSatisfying(
                        SeedException.class, e -> assertThat(e.exitCode()).isEqualTo(5))
                .hasMessage("[SEED-4104] the server is PostgreSQL 11.22; use PostgreSQL 12 or newer.");
        assertThatCode(() -> Target.checkVersion(12, "12.0")).doesNotThrowAnyException();
    }

    @Test
    void aConnectionLostInCommitLeavesTheOutcomeUnknown() {
        SeedException lost = Execution.commitFailed(new SQLException("gone", "08006"));
        assertThat(lost.exitCode()).isEqualTo(8);
        assertThat(lost.code()).isEqualTo("SEED-4207");
        assertThat(Execution.commitFailed(new SQLException("terminated", "57P01"))
                        .exitCode())
                .isEqualTo(8);
        assertThat(Execution.commitFailed(new SQLException("refused", "23503")).exitCode())
                .isEqualTo(1);
    }

    @Test
    void aFaultOfOursIsOneMessageToo() {
        SeedProgram broken = new SeedProgram() {
            private final SeedProgram shop = new ShopPlanSeed();

            @Override
            public PlanSpec spec() {
                return shop.spec();
            }

            @Override
            public BoundPlan bind() {
                throw new UnsupportedOperationException("a slip");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new CommandLine(
                        broken,
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        Path.of("no such folder"))
                .run(new String[] {"--preview"});
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "[SEED-9002] java.lang.UnsupportedOperationException: a slip; please report it, with the output of "
                                + "--debug.\n");
    }
}
