package dev.seedplan.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Maven that runs this build, in a project of a user; our artifacts come from {@link ReactorRepository}. */
final class UserMaven {

    /** A quoted part belongs to the word before it: {@code -Dexec.args="--url x"}. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

    private final List<String> start;

    private UserMaven(List<String> start) {
        this.start = start;
    }

    /** Skips the test where this build's Maven cannot stack local repositories. */
    static UserMaven prepare() throws IOException {
        String version = System.getProperty("maven.version", "");
        boolean able = stacksRepositories(version);
        String reason = "Maven " + version + " has no maven.repo.local.tail; 3.9 or newer, as ./mvnw brings, has it";
        if (!able) {
            // An assumption's reason stands in the report only.
            System.out.println("Skipped: " + reason);
        }
        assumeTrue(able, reason);
        ReactorRepository repository = new ReactorRepository();
        repository.fill();
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new UserMaven(List.of(
                Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                        .toString(),
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository.directory(),
                "-Dmaven.repo.local.tail=" + System.getProperty("it.local.repository")));
    }

    private static boolean stacksRepositories(String version) {
        Matcher matcher = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(version);
        return matcher.matches() && (Integer.parseInt(matcher.group(1)) > 3 || Integer.parseInt(matcher.group(2)) >= 9);
    }

    Started run(Path project, String... arguments) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        return Started.in(project, command);
    }

    /** Runs a line of the documentation that begins with {@code mvn}. */
    Started runLine(Path project, String line) {
        List<String> arguments = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            arguments.add(word.group().replace("\"", ""));
        }
        return run(project, arguments.subList(1, arguments.size()).toArray(String[]::new));
    }
}
