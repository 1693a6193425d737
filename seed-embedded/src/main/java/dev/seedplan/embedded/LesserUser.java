package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The account {@code nobody}, under which root has PostgreSQL run where the launcher's own way, a user namespace, is
 * closed: in most containers.
 *
 * @param number its user id
 * @param prefix the command that runs what follows it as that user
 */
record LesserUser(int number, List<String> prefix) {

    private static final String NAME = "nobody";
    private static final int PROBE_SECONDS = 10;
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    /** {@return the account with the first tool of this system that really starts a program as it} */
    static Optional<LesserUser> find() {
        String user = output(List.of("id", "-u", NAME));
        String group = output(List.of("id", "-g", NAME));
        if (!user.matches("[1-9]\\d{0,9}") || !group.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        List<List<String>> ways = List.of(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"),
                List.of("runuser", "-u", NAME, "--"),
                // What follows the user goes to the shell; the second form is Busybox's, which has no other tool.
                List.of("su", "-s", "/bin/sh", NAME, "-c", "exec \"$0\" \"$@\"", "--"),
                List.of("su", "-s", "/bin/sh", NAME, "-c", "exec \"$0\" \"$@\""));
        return ways.stream()
                .map(way -> new LesserUser((int) Long.parseLong(user), way))
                .filter(lesser -> lesser.run("id", "-u").equals(user))
                .findFirst();
    }

    /** Lets others pass through a directory of ours, without seeing what is in it; false where it is out of reach. */
    boolean reaches(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PASSABLE);
        return run("sh", "-c", "cd \"$0\" && echo there", directory.toString()).equals("there");
    }

    /** Gives it a file or directory. */
    void own(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", number);
    }

    /** Writes a program that runs another one as this user; from a directory of its own, since ours may be closed to it. */
    void writeProgram(Path file, Path program) throws IOException {
        String command = prefix.stream().map(LesserUser::quoted).collect(Collectors.joining(" "));
        Files.writeString(
                file,
                "#!/bin/sh\ncd " + quoted(String.valueOf(program.getParent())) + " && exec " + command + " "
                        + quoted(program.toString()) + " \"$@\"\n");
        Files.setPosixFilePermissions(file, RUNNABLE);
    }

    private String run(String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return output(whole);
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** {@return what a command prints; nothing where it is missing, fails or takes long} */
    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
