package dev.seedplan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedplan.testkit.ServerChoice.Kind;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerChoiceTest {

    private static final String URL = "postgresql://u@h/db";

    @Test
    void aUrlComesFirstThenDockerThenEmbedded() {
        assertThat(environment(Map.of("SEEDPLAN_TEST_URL", URL), ServerChoiceTest::notAsked))
                .isEqualTo(new ServerChoice(Kind.URL, URL, false));
        assertThat(environment(Map.of(), () -> true).kind()).isEqualTo(Kind.DOCKER);
        assertThat(environment(Map.of(), () -> false).kind()).isEqualTo(Kind.EMBEDDED);
        assertThat(environment(Map.of("SEEDPLAN_TEST_URL", " "), () -> false).kind())
                .isEqualTo(Kind.EMBEDDED);
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() {
        ServerChoice choice = ServerChoice.decide(
                Map.of("seedplan.test.url", URL)::get,
                Map.of("SEEDPLAN_TEST_URL", "postgresql://other@h/db")::get,
                ServerChoiceTest::notAsked);
        assertThat(choice.url()).isEqualTo(URL);
    }

    @Test
    void whatIsForcedIsTakenThoughMoreIsThere() {
        assertThat(environment(
                        Map.of("SEEDPLAN_TEST_DB", "embedded", "SEEDPLAN_TEST_URL", URL), ServerChoiceTest::notAsked))
                .isEqualTo(new ServerChoice(Kind.EMBEDDED, null, true));
        assertThat(environment(Map.of("SEEDPLAN_TEST_DB", "Docker", "SEEDPLAN_TEST_URL", URL), () -> true))
                .isEqualTo(new ServerChoice(Kind.DOCKER, null, true));
        assertThat(environment(Map.of("SEEDPLAN_TEST_DB", "url", "SEEDPLAN_TEST_URL", URL), ServerChoiceTest::notAsked))
                .isEqualTo(new ServerChoice(Kind.URL, URL, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "docker", "h2"})
    void whatIsForcedAndNotThereIsAnError(String forced) {
        assertThatThrownBy(() -> environment(Map.of("SEEDPLAN_TEST_DB", forced), () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SEEDPLAN_TEST_DB=" + forced);
    }

    private static boolean notAsked() {
        throw new AssertionError("Docker need not be asked");
    }

    private static ServerChoice environment(Map<String, String> environment, BooleanSupplier docker) {
        return ServerChoice.decide(name -> null, environment::get, docker);
    }
}
