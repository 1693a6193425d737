package dev.seedplan.benchmarks.w1;

import dev.seedplan.runtime.SeedMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs {@link ManyChildren} and says what memory that took; a plan's own class may not look at files. */
public final class ManyChildrenRun {

    private ManyChildrenRun() {}

    /** Fills the database of the flags, and prints the most memory the process has had; Linux says that. */
    public static void main(String[] arguments) throws IOException {
        int exit = SeedMain.run(new ManyChildren(), arguments);
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(System.out::println);
        }
        System.exit(exit);
    }
}
