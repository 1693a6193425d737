package dev.seedplan.testkit;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which server the tests use.
 *
 * @param kind of server
 * @param url of the given server; null with any other kind
 * @param forced whether somebody asked for this kind, so that nothing else will do
 */
record ServerChoice(Kind kind, @Nullable String url, boolean forced) {

    enum Kind {
        URL,
        DOCKER,
        EMBEDDED
    }

    /**
     * Decides from system properties, the environment and, only if these leave it open, the answer of Docker.
     *
     * @throws IllegalStateException if what is forced is not there
     */
    static ServerChoice decide(
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> environment,
            BooleanSupplier dockerAnswers) {
        String url = setting("seedplan.test.url", "SEEDPLAN_TEST_URL", properties, environment);
        String forced = setting("seedplan.test.db", "SEEDPLAN_TEST_DB", properties, environment);
        if (forced == null) {
            Kind kind = url != null ? Kind.URL : dockerAnswers.getAsBoolean() ? Kind.DOCKER : Kind.EMBEDDED;
            return new ServerChoice(kind, url, false);
        }
        return switch (forced.toLowerCase(Locale.ROOT)) {
            case "url" -> {
                if (url == null) {
                    throw new IllegalStateException("SEEDPLAN_TEST_DB=url, but SEEDPLAN_TEST_URL"
                            + " (or -Dseedplan.test.url) is not set. Set it, or take SEEDPLAN_TEST_DB away.");
                }
                yield new ServerChoice(Kind.URL, url, true);
            }
            case "docker" -> {
                if (!dockerAnswers.getAsBoolean()) {
                    throw new IllegalStateException("SEEDPLAN_TEST_DB=docker, but no Docker engine answered within"
                            + " two seconds (DOCKER_HOST, else the usual sockets). Start it, or take SEEDPLAN_TEST_DB"
                            + " away.");
                }
                yield new ServerChoice(Kind.DOCKER, null, true);
            }
            case "embedded" -> new ServerChoice(Kind.EMBEDDED, null, true);
            default ->
                throw new IllegalStateException(
                        "SEEDPLAN_TEST_DB=" + forced + " is unknown; it may be url, docker or embedded.");
        };
    }

    private static @Nullable String setting(
            String property,
            String variable,
            UnaryOperator<@Nullable String> properties,
            UnaryOperator<@Nullable String> environment) {
        String value = properties.apply(property);
        value = value == null || value.isBlank() ? environment.apply(variable) : value;
        return value == null || value.isBlank() ? null : value.strip();
    }
}
