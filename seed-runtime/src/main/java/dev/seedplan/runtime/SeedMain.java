package dev.seedplan.runtime;

import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.program.SeedProgram;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        return new CommandLine(program, System.out, System.err, System.getenv(), Path.of(""))
                .onSignals()
                .run(arguments);
    }

    /**
     * Runs a program as a part of another command.
     *
     * @param out what the program prints
     * @param err its progress and errors
     * @param environment the environment variables
     * @param directory where {@code seedplan.yaml} is looked for
     * @return the exit code
     */
    public static int run(
            SeedProgram program,
            String[] arguments,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path directory) {
        return new CommandLine(program, out, err, environment, directory)
                .onSignals()
                .run(arguments);
    }

    /** {@return the flags that every program has, in the order in which {@code --help} lists them} */
    public static List<SeedFlag> flags() {
        return CommandLine.flags();
    }
}
