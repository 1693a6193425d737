package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.SeedConfig;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedFlag;
import dev.seedplan.runtime.Summary;
import dev.seedplan.runtime.connect.ConnectionException;
import dev.seedplan.runtime.connect.DatabaseUrl;
import dev.seedplan.runtime.connect.DotenvFile;
import dev.seedplan.runtime.connect.Interruption;
import dev.seedplan.runtime.connect.Login;
import dev.seedplan.runtime.connect.Person;
import dev.seedplan.runtime.program.PlanSpec;
import dev.seedplan.runtime.program.SeedProgram;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A generated program's command line: from arguments to an exit code. */
public final class CommandLine {

    private static final int PREVIEW_ROWS = 5;

    private final SeedProgram program;
    private final PlanSpec plan;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Path directory;
    private Reporting reporting = Reporting.none();
    private Interruption interruption = Interruption.never();

    /**
     * Makes the command line of a program.
     *
     * @param directory where {@code seedplan.yaml} is looked for
     */
    public CommandLine(
            SeedProgram program, PrintStream out, PrintStream err, Map<String, String> environment, Path directory) {
        this.program = program;
        this.plan = program.spec();
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.directory = directory;
    }

    /** {@return the flags of every program} */
    public static List<SeedFlag> flags() {
        return Flags.all();
    }

    /** {@return the environment variable that stands for a flag} */
    public static String variable(String flag) {
        return "SEEDPLAN_" + flag.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Ends the run when the process gets a signal, and only then; for a process that does nothing else. */
    public CommandLine onSignals() {
        interruption = Interruption.onSignals(err::println, false);
        return this;
    }

    /** {@return the exit code; whatever fails is one message, with a stack trace only after {@code --debug}} */
    public int run(String[] arguments) {
        boolean debug = List.of(arguments).contains("--debug");
        try {
            return execute(arguments);
        } catch (SeedException e) {
            return fail(e, e.getMessage(), e.exitCode(), debug);
        } catch (ConnectionException e) {
            return fail(e, e.getMessage(), e.error().exitCode(), debug);
        } catch (RuntimeException | LinkageError e) {
            SeedException internal = RunError.INTERNAL.because(String.valueOf(e), e);
            return fail(e, internal.getMessage(), internal.exitCode(), debug);
        }
    }

    private int fail(Throwable cause, @Nullable String message, int exitCode, boolean debug) {
        if (interruption.isRequested()
                && exitCode != SeedException.STOPPED
                && exitCode != SeedException.UNKNOWN_OUTCOME) {
            String stopped = String.valueOf(
                    RunError.INTERRUPTED.because("stopped by a signal").getMessage());
            err.println(stopped);
            reporting.failed(stopped, interruption.exitCode());
            return interruption.exitCode();
        }
        err.println(message);
        reporting.failed(String.valueOf(message), exitCode);
        if (debug) {
            cause.printStackTrace(err);
        }
        return exitCode;
    }

    private int execute(String[] arguments) {
        Flags flags = Flags.parse(arguments);
        if (flags.has("--help")) {
            out.print(Flags.help(program.getClass().getSimpleName(), plan.simpleName()));
            return 0;
        }
        if (flags.has("--version")) {
            out.println(plan.plan() + ", compiled by seed-processor " + plan.version() + "; seed-runtime "
                    + Versions.runtime());
            return 0;
        }
        String dotenv = flags.value("--env-file");
        Map<String, String> environment =
                dotenv == null ? this.environment : DotenvFile.under(this.environment, Path.of(dotenv));
        flags.addDefaults(SeedConfig.read(directory, environment));
        String explained = flags.value("--explain");
        if (explained != null) {
            int equals = explained.lastIndexOf('=');
            if (equals <= 0 || !explained.substring(equals + 1).matches("\\d{1,18}")) {
                throw RunError.BAD_USAGE.because("--explain is " + explained + ", it must be table=ROW");
            }
            new PreviewRows(program, flags.options())
                    .explain(explained.substring(0, equals), Long.parseLong(explained.substring(equals + 1)))
                    .forEach(out::println);
            return 0;
        }
        if (flags.has("--preview")) {
            new PreviewRows(program, flags.options())
                    .all(PREVIEW_ROWS)
                    .forEach(table -> out.print(TextTable.rows(table)));
            return 0;
        }
        return load(flags, environment);
    }

    private int load(Flags flags, Map<String, String> environment) {
        String url = flags.value("--url");
        if (url == null) {
            throw RunError.NO_DATABASE.because("no database is named");
        }
        Login login = new Login(url, flags.value("--user"), flags.value("--password-file"));
        Optional<Person> person = flags.has("--json") ? Optional.empty() : Person.there();
        DatabaseUrl database = login.database(environment, person);
        login.warning().ifPresent(err::println);
        Terminal terminal = new Terminal(err, Terminal.isInteractive() && !flags.has("--json"));
        reporting = Reporting.of(flags, err);
        RunOptions options = flags.options();
        reporting.started(plan, database, options);
        Summary summary = Execution.run(
                program,
                () -> interruption.watch(database.connect()),
                options,
                new Stoppable(reporting.progress(terminal), interruption));
        terminal.done();
        out.print(flags.has("--json") ? SummaryJson.of(summary) : TextTable.summary(summary));
        reporting.finished(summary);
        reporting.page(summary, database);
        return summary.exitCode();
    }
}
