package dev.seedplan.runtime.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables, read only where somebody names it: {@code NAME=value} on each line, {@code export} in
 * front or not, values in single or double quotes or none, {@code #} for comments. Nothing is expanded.
 */
public final class DotenvFile {

    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*"
            + "(?:'([^']*)'\\s*(?:#.*)?|\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?|((?!['\"]).*?)(?:\\s+#.*)?)");

    private DotenvFile() {}

    /**
     * {@return the environment with what a file says of variables that it does not have}
     *
     * @throws ConnectionException if the file cannot be read or understood; what it holds is not repeated
     */
    public static Map<String, String> under(Map<String, String> environment, Path file) {
        Map<String, String> variables = new TreeMap<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                if (line.isBlank() || line.stripLeading().startsWith("#")) {
                    continue;
                }
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw new ConnectionException(
                            ConnectionError.BAD_DOTENV, file + ", line " + number + " is no NAME=value", null);
                }
                variables.put(matcher.group(1), value(matcher));
            }
        } catch (IOException e) {
            throw new ConnectionException(ConnectionError.BAD_DOTENV, file + " cannot be read", e);
        }
        variables.putAll(environment);
        return variables;
    }

    /** {@return the environment under which a command line is to be read: {@code --env-file} in it names a file} */
    public static Map<String, String> named(Map<String, String> environment, String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--env-file=")) {
                return under(environment, Path.of(arguments[i].substring("--env-file=".length())));
            } else if (arguments[i].equals("--env-file") && i + 1 < arguments.length) {
                return under(environment, Path.of(arguments[i + 1]));
            }
        }
        return environment;
    }

    private static String value(Matcher line) {
        if (line.group(2) != null) {
            return line.group(2);
        }
        if (line.group(3) != null) {
            return line.group(3).replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
        }
        return line.group(4) == null ? "" : line.group(4).strip();
    }
}
