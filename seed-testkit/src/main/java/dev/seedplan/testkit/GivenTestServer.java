package dev.seedplan.testkit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A server that somebody named by the URL of one of its databases and a superuser. Fresh databases are created beside that
 * one, which is left as it is.
 *
 * @param hosts host and port, or several of them, as a JDBC URL has them
 * @param maintenanceDatabase the database of the URL
 * @param user who must be allowed to create databases and roles
 * @param password empty if the server asks for none
 * @param parameters whatever else the URL says, sslmode for example
 */
record GivenTestServer(
        String hosts, String maintenanceDatabase, String user, String password, Map<String, String> parameters)
        implements TestServer {

    private static final Pattern URL =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^@/?:]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?]+)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

    /** Reads {@code jdbc:postgresql://host/db?user=…&password=…} or {@code postgresql://user:password@host/db}. */
    static GivenTestServer parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw unusable("it is not of the form");
        }
        Map<String, String> parameters = new TreeMap<>();
        String query = parts.group("query");
        for (String parameter : List.of((query == null ? "" : query).split("&", -1))) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
            }
        }
        String userInQuery = parameters.remove("user");
        String passwordInQuery = parameters.remove("password");
        String user = parts.group("user") == null ? userInQuery : beforeAt(parts.group("user"));
        String password = parts.group("password") == null ? passwordInQuery : beforeAt(parts.group("password"));
        if (user == null || user.isEmpty()) {
            throw unusable("it names no user");
        }
        return new GivenTestServer(
                parts.group("hosts"),
                decoded(parts.group("database")),
                user,
                password == null ? "" : password,
                parameters);
    }

    @Override
    public String jdbcUrl(String database) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + hosts + "/" + encoded(database) + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public String where() {
        return "given by URL, " + hosts;
    }

    /** Before the {@code @} a plus is a plus; in a query it is a space. */
    private static String beforeAt(String text) {
        return decoded(text.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the URL itself: it holds a password. */
    private static IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException(
                "SEEDPLAN_TEST_URL (or -Dseedplan.test.url) cannot be used: " + why + ". Write"
                        + " jdbc:postgresql://host:5432/postgres?user=postgres&password=… or"
                        + " postgresql://postgres:…@host:5432/postgres.");
    }
}
