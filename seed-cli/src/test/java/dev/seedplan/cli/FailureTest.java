package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a command says of failures that are hard to bring about for real. */
class FailureTest {

    @Test
    void aFaultOfOursSaysHowToReportIt() {
        Failure failure = Failure.of(new IllegalStateException("a slip"));
        assertThat(failure.exit()).isEqualTo(1);
        assertThat(failure.message())
                .isEqualTo(
                        "[SEED-9003] IllegalStateException: a slip; run it again with --debug and report what it says.");
    }

    @Test
    void anEmbeddedServerWithoutACodeOfItsOwnGetsOne() {
        Failure failure = Failure.of(CliException.embeddedServer(new LinkageError("no such class")));
        assertThat(failure.exit()).isEqualTo(1);
        assertThat(failure.message())
                .startsWith("[SEED-1106] the embedded PostgreSQL does not start: LinkageError: no such class; ");
    }

    @Test
    void aRefusedQueryIsToldFromAMissingPrivilege() {
        Failure refused = Failure.of(ServerRefusal.of("on the catalogs", new SQLException("out of memory", "53200")));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.message())
                .startsWith("[SEED-1110] the server refuses a statement on the catalogs: out of memory; ");
        Failure forbidden = Failure.of(ServerRefusal.of("on the catalogs", new SQLException("no", "42501")));
        assertThat(forbidden.exit()).isEqualTo(5);
        assertThat(forbidden.message()).startsWith("[SEED-4107]");
    }
}
