package dev.seedplan.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code package-info.java} with {@code @SeedSchema}. Of a file that is there, only the values between the
 * quotes change; a file without the annotation gets it before {@code package}.
 *
 * <p>The text is looked at as Latin-1 characters, one per byte, so that whatever is not ours stays as it is.
 */
final class PackageInfo {

    static final String DEFAULT_FILE = "seedplan/schema.json";

    /** Comments and strings, which are skipped, or the annotation up to its parenthesis. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\r\\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|@(?:dev\\s*\\.\\s*seedplan\\s*\\.\\s*)?SeedSchema\\s*(\\()");

    private static final Pattern PACKAGE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\r\\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|\\b(package)\\s");

    private final String file;
    private final String hash;

    /**
     * What the annotation has to say.
     *
     * @param file the snapshot's path among the resources, with slashes
     * @param hash its hash
     */
    PackageInfo(String file, String hash) {
        this.file = file;
        this.hash = hash;
    }

    /** {@return the text of a new file} */
    String create(String packageName) {
        return """
                /** The tables of the database as Java; file and hash are written by {@code seedplan snapshot}. */
                @SeedSchema(file = "%s", hash = "%s")
                package %s;

                import dev.seedplan.SeedSchema;
                """.formatted(file, hash, packageName);
    }

    /**
     * {@return the text with the annotation's values up to date}
     *
     * @throws CliException where the annotation is not written with literals
     */
    String update(String text) {
        int open = find(ANNOTATION, text);
        if (open < 0) {
            return insertAnnotation(text);
        }
        int close = closing(text, open);
        String arguments = text.substring(open + 1, close);
        String updated = withValue(arguments, "hash", hash);
        boolean namesFile =
                Pattern.compile("\\bfile\\s*=").matcher(blankLiterals(updated)).find();
        if (namesFile) {
            updated = withValue(updated, "file", file);
        } else if (!file.equals(DEFAULT_FILE)) {
            updated = "file = \"" + file + "\", " + updated;
        }
        return text.substring(0, open + 1) + updated + text.substring(close);
    }

    private String insertAnnotation(String text) {
        int at = find(PACKAGE, text);
        if (at < 0) {
            throw new CliException(CliError.NO_PLACE_FOR_HASH, "the package-info.java declares no package");
        }
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return text.substring(0, at) + "@dev.seedplan.SeedSchema(file = \"" + file + "\", hash = \"" + hash + "\")"
                + lineEnd + text.substring(at);
    }

    private static String withValue(String arguments, String name, String value) {
        Matcher matcher =
                Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"\\\\]*)\"").matcher(arguments);
        if (!matcher.find()) {
            throw new CliException(
                    CliError.NO_PLACE_FOR_HASH, "@SeedSchema in package-info.java has no literal for " + name);
        }
        return arguments.substring(0, matcher.start(1)) + value + arguments.substring(matcher.end(1));
    }

    /** {@return where the first match with a group begins that group; -1 where there is none} */
    private static int find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                return matcher.start(1);
            }
        }
        return -1;
    }

    private static int closing(String text, int open) {
        int close = blankLiterals(text).indexOf(')', open);
        if (close < 0) {
            throw new CliException(CliError.NO_PLACE_FOR_HASH, "@SeedSchema in package-info.java does not end");
        }
        return close;
    }

    /** {@return the text with blanks for what stands within quotes, of the same length} */
    private static String blankLiterals(String text) {
        return Pattern.compile("\"([^\"\\\\\\r\\n]|\\\\.)*\"")
                .matcher(text)
                .replaceAll(m -> "\"" + " ".repeat(m.group().length() - 2) + "\"");
    }
}
