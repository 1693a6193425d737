package dev.seedplan.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of a pool, which may have wildcards: {@code *} and {@code ?} stand for characters of a name, {@code [a-z]}
 * and {@code [!a-z]} for one of some, <code>{a,b}</code> for alternatives within a name, and {@code **} as a whole name
 * for any number of folders, none included; at the end for all files below. Case counts on every system. As in a shell,
 * no wildcard matches the dot at the beginning of a name: editors and systems leave files of such names behind.
 *
 * <p>The JDK's own matcher is not used: there {@code a/**}{@code /b} does not match {@code a/b}, and it depends on the
 * system's file names.
 */
final class Glob {

    private static final Pattern ANY_FOLDERS = Pattern.compile(Pattern.quote("**"));

    private final String text;
    private final String base;
    private final boolean literal;
    private final int depth;
    private final boolean namesDots;
    private final List<Pattern> patterns;

    private Glob(String text, List<String> names) {
        this.text = text;
        int plain = 0;
        while (plain < names.size() - 1 && !isWild(names.get(plain))) {
            plain++;
        }
        this.base = String.join("/", names.subList(0, plain));
        List<String> rest = names.subList(plain, names.size());
        this.literal = names.stream().noneMatch(Glob::isWild);
        this.depth = rest.contains("**") ? Integer.MAX_VALUE : rest.size();
        this.namesDots = rest.stream().anyMatch(name -> name.startsWith(".") || name.contains("{"));
        this.patterns = patterns(names);
    }

    private static List<Pattern> patterns(List<String> names) {
        List<Pattern> patterns = new ArrayList<>(names.stream()
                .map(name -> name.equals("**") ? ANY_FOLDERS : GlobPattern.of(name))
                .toList());
        if (patterns.get(patterns.size() - 1) == ANY_FOLDERS) {
            patterns.add(GlobPattern.of("*"));
        }
        return patterns;
    }

    /**
     * {@return the glob of a pool's location}
     *
     * @throws Refused if it is none
     */
    static Glob of(String location) {
        if (location.isEmpty()) {
            throw bad("the path is empty");
        }
        if (location.indexOf('\\') >= 0) {
            throw bad("the path contains a backslash");
        }
        List<String> names = List.of(location.split("/", -1));
        for (String name : names) {
            if (name.isEmpty()) {
                throw bad("the path begins or ends with /, or contains //");
            }
            if (name.equals(".") || name.equals("..")) {
                throw bad("the path contains the name " + name);
            }
            if (name.contains("**") && !name.equals("**")) {
                throw bad("** is not a whole name of the path in " + name);
            }
        }
        return new Glob(location, names);
    }

    static Refused bad(String what) {
        return new Refused(ContentError.BAD_LOCATION, 0, what);
    }

    private static boolean isWild(String name) {
        return name.chars().anyMatch(c -> "*?[]{}".indexOf(c) >= 0);
    }

    /**
     * {@return whether a file matches}
     *
     * <p>Goes through the names once and comes back only to the last {@code **}, so that time is bounded by the product
     * of both lengths; one regular expression over the whole path would need stack for each folder.
     */
    boolean matches(String path) {
        String[] names = path.split("/", -1);
        int name = 0;
        int wanted = 0;
        int resumeName = -1;
        int resumeWanted = -1;
        while (name < names.length) {
            Pattern next = wanted < patterns.size() ? patterns.get(wanted) : null;
            if (next == ANY_FOLDERS) {
                resumeName = name;
                resumeWanted = ++wanted;
            } else if (next != null && next.matcher(names[name]).matches()) {
                name++;
                wanted++;
            } else if (resumeName >= 0 && !names[resumeName].startsWith(".")) {
                name = ++resumeName;
                wanted = resumeWanted;
            } else {
                return false;
            }
        }
        return wanted == patterns.size();
    }

    /** {@return the folder all matches are below, without / at its ends; empty for the root} */
    String base() {
        return base;
    }

    /** {@return whether there are no wildcards, so that one file matches at most} */
    boolean isLiteral() {
        return literal;
    }

    /** {@return how many names below the base a match has at most} */
    int depth() {
        return depth;
    }

    /** {@return whether a file or folder may be left out, because no match is it or is below it} */
    boolean skips(String name) {
        return !namesDots && name.startsWith(".");
    }

    @Override
    public String toString() {
        return text;
    }
}
