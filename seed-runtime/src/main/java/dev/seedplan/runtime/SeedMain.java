package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.program.SeedProgram;
import java.nio.file.Path;
import java.util.List;

/** The {@code main} of every generated program. */
public final class SeedMain {

    private SeedMain() {}

    /**
     * Runs a program with command line arguments, writing to standard output and standard error.
     *
     * @return the exit code: 0 done; 1 failed, nothing left behind; 2 usage; 3 drift; 5 refused before writing; 8 outcome
     *     unknown
     */
    public static int run(SeedProgram program, String[] arguments) {
        return new CommandLine(program, System.out, System.err, System.getenv(), Path.of("")).run(arguments);
    }

    /** {@return the flags that every program has, in the order in which {@code --help} lists them} */
    public static List<SeedFlag> flags() {
        return CommandLine.flags();
    }
}
