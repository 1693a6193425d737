package dev.seedplan.runtime.connect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the text of an address apart. Messages never repeat the text, which may hold a password anywhere. */
final class DatabaseUrlText {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+\\]|[^\\[\\]:/\\s@]*)(?::(\\d{1,5}))?");

    private DatabaseUrlText() {}

    static DatabaseUrl parse(String text) {
        String address = text.strip();
        boolean jdbc = address.startsWith("jdbc:");
        String rest = jdbc ? address.substring("jdbc:".length()) : address;
        if (jdbc && rest.startsWith("postgresql:") && !rest.startsWith("postgresql://")) {
            // The driver's short forms: jdbc:postgresql:database and jdbc:postgresql:/
            return located("", rest.substring("postgresql:".length()), true, null);
        }
        for (String scheme : new String[] {"postgresql://", "postgres://"}) {
            if (rest.startsWith(scheme)) {
                return afterScheme(rest.substring(scheme.length()), jdbc);
            }
        }
        throw bad("it begins with neither jdbc:postgresql: nor postgresql://");
    }

    private static DatabaseUrl afterScheme(String rest, boolean jdbc) {
        int query = rest.indexOf('?');
        // Passwords are often pasted as they are: an @ or / in one must not end it.
        int at = (query < 0 ? rest : rest.substring(0, query)).lastIndexOf('@');
        String login = at < 0 ? null : rest.substring(0, at);
        String location = rest.substring(at + 1);
        int end = location.length();
        for (char c : new char[] {'/', '?'}) {
            int found = location.indexOf(c);
            end = found >= 0 ? Math.min(end, found) : end;
        }
        return located(location.substring(0, end), location.substring(end), jdbc, login);
    }

    private static DatabaseUrl located(String hosts, String path, boolean jdbc, @Nullable String login) {
        int query = path.indexOf('?');
        String database = query < 0 ? path : path.substring(0, query);
        Map<String, String> parameters = parameters(query < 0 ? "" : path.substring(query + 1), jdbc);
        int colon = login == null ? -1 : login.indexOf(':');
        String user = login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon));
        String password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
        String userParameter = parameters.remove("user");
        String passwordParameter = parameters.remove("password");
        String name = parameters.remove("dbname");
        String host = parameters.remove("host");
        String port = parameters.remove("port");
        // What the address leaves open is the service's to say.
        boolean service = host == null && hosts.isEmpty() && parameters.containsKey("service");
        return new DatabaseUrl(
                service ? "" : host == null ? hosts(hosts) : hosts(port == null ? host : host + ":" + port),
                name != null ? name : decoded(database.startsWith("/") ? database.substring(1) : database),
                parameters,
                user == null || user.isEmpty() ? userParameter : user,
                password == null ? passwordParameter : password);
    }

    private static String hosts(String list) {
        return Arrays.stream(list.split(",", -1)).map(DatabaseUrlText::host).collect(Collectors.joining(","));
    }

    private static String host(String text) {
        String host = decoded(text);
        if (host.startsWith("/")) {
            throw bad("it names a Unix socket, which Java cannot use without a further library: give a host");
        }
        var match = HOST.matcher(host);
        boolean portFits = match.matches() && (match.group(2) == null || Integer.parseInt(match.group(2)) <= 65535);
        if (!portFits) {
            throw bad("its host or port is none");
        }
        String name = match.group(1).isEmpty() ? "localhost" : match.group(1);
        return name + ":" + (match.group(2) == null ? "5432" : match.group(2));
    }

    private static Map<String, String> parameters(String query, boolean jdbc) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty() && jdbc) {
                parameters.put(name, value);
            } else if (!name.isEmpty()) {
                LibpqNames.put(name, value, parameters);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a % that encodes nothing: taken as it stands, like a pasted password
        }
    }

    private static ConnectionException bad(String why) {
        return new ConnectionException(ConnectionError.BAD_URL, "the address is not understood: " + why, null);
    }
}
