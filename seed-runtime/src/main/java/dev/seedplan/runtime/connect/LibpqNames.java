package dev.seedplan.runtime.connect;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What libpq's users call things that the driver calls otherwise (PostgreSQL's manual, "Parameter Key Words"). */
final class LibpqNames {

    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "target_session_attrs", "targetServerType");

    /** libpq's values of {@code target_session_attrs} that the driver calls otherwise. */
    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "read-only",
            "secondary",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    /** What poolers, Prisma and others add to their addresses, or only libpq knows. */
    private static final Set<String> OTHERS = Set.of(
            "schema",
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "sslaccept",
            "statement_cache_size",
            "keepalives",
            "keepalives_idle",
            "tcp_user_timeout");

    private static final Map<String, String> VARIABLES = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGOPTIONS", "options");

    private LibpqNames() {}

    /** Adds a parameter of libpq under the driver's name; one that means nothing to the driver is left out. */
    static void put(String name, String value, Map<String, String> parameters) {
        if (OTHERS.contains(name)) {
            return;
        }
        if (name.equals("sslrootcert") && value.equals("system")) {
            // libpq 16 and newer: the certificates the system trusts; Java has a list of its own.
            parameters.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            parameters.putIfAbsent("sslmode", "verify-full");
            return;
        }
        parameters.put(
                DRIVER_NAMES.getOrDefault(name, name),
                name.equals("target_session_attrs") ? SERVER_TYPES.getOrDefault(value, value) : value);
    }

    /** {@return the driver's parameters that libpq's environment variables stand for} */
    static Map<String, String> fromEnvironment(Map<String, String> environment) {
        Map<String, String> parameters = new TreeMap<>();
        VARIABLES.forEach((variable, name) -> {
            String value = environment.get(variable);
            if (value != null && !value.isEmpty()) {
                put(name, value, parameters);
            }
        });
        return parameters;
    }
}
