package dev.seedplan.cli;

import dev.seedplan.cli.analyze.AnalyzeCommand;
import dev.seedplan.cli.check.CheckCommand;
import dev.seedplan.cli.detect.DetectCommand;
import dev.seedplan.cli.init.InitCommand;
import dev.seedplan.cli.plans.PlansCommand;
import dev.seedplan.cli.plans.PreviewCommand;
import dev.seedplan.cli.plans.RunCommand;
import dev.seedplan.cli.shell.CompletionCommand;
import dev.seedplan.cli.shell.ManCommand;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.connect.ConnectionException;
import dev.seedplan.runtime.connect.DotenvFile;
import dev.seedplan.schema.Suggestions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code seedplan}, which only its subcommands give work to. */
@Command(
        name = "seedplan",
        description = "Fills PostgreSQL with valid, realistic, repeatable rows.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class SeedplanCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean debug;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A file of NAME=value lines, below the environment; none is read unless named.")
    @SuppressWarnings("UnusedVariable") // read before the parser is made, for its defaults
    private @Nullable Path dotenv;

    private SeedplanCommand() {}

    /**
     * Runs the command and ends the JVM with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return commandLine(DotenvFile.named(System.getenv(), arguments), Path.of(""))
                    .execute(arguments);
        } catch (ConnectionException e) {
            System.err.println(e.getMessage());
            return e.error().exitCode();
        }
    }

    /**
     * {@return the command}
     *
     * @param directory where {@code seedplan.yaml} is looked for
     */
    static CommandLine commandLine(Map<String, String> environment, Path directory) {
        SeedplanCommand command = new SeedplanCommand();
        ConfiguredDefaults defaults = new ConfiguredDefaults(directory, environment);
        return new CommandLine(command)
                .addSubcommand(new SnapshotCommand(environment))
                .addSubcommand(new InitCommand(environment, directory))
                .addSubcommand(new DetectCommand(environment, directory))
                .addSubcommand(new AnalyzeCommand(environment, directory))
                .addSubcommand(new CheckCommand(environment, directory))
                .addSubcommand(new PlansCommand(directory))
                .addSubcommand("run", RunCommand.create(environment, directory))
                .addSubcommand(new PreviewCommand(environment, directory))
                .addSubcommand(new FillCommand(environment))
                .addSubcommand(new ExplainCommand(environment))
                .addSubcommand(new StatusCommand(environment))
                .addSubcommand(new RollbackCommand(environment))
                .addSubcommand(new UnlockCommand(environment))
                .addSubcommand(new RepairCommand(environment))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new ManCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setDefaultValueProvider(defaults)
                .setExecutionStrategy(parsed -> execute(parsed, defaults))
                .setParameterExceptionHandler((wrong, arguments) -> usage(wrong))
                .setExecutionExceptionHandler((thrown, line, parsed) -> command.failed(thrown, line));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing; there are: "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    private static int execute(ParseResult parsed, ConfiguredDefaults defaults) {
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (!command.isUsageHelpRequested() && !command.isVersionHelpRequested()) {
            try {
                defaults.complete(command);
            } catch (SeedException e) {
                throw new ExecutionException(command.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return new RunLast().execute(parsed);
    }

    private int failed(Exception thrown, CommandLine line) {
        Failure failure = Failure.of(thrown);
        PrintWriter err = line.getErr();
        err.println(coloured(failure.message(), line));
        if (debug) {
            thrown.printStackTrace(err);
        }
        err.flush();
        return failure.exit();
    }

    /** The code in red where the terminal has colours and NO_COLOR is not set, as picocli finds out. */
    private static String coloured(String message, CommandLine line) {
        int end = message.indexOf(']') + 1;
        return message.startsWith("[SEED-")
                ? line.getColorScheme().errorText(message.substring(0, end)) + message.substring(end)
                : message;
    }

    private static int usage(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println(coloured(CliError.USAGE.message(usageProblem(wrong)), line));
        line.getErr().flush();
        return CliError.USAGE.exitCode();
    }

    private static String usageProblem(ParameterException wrong) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String argument = unmatched.getUnmatched().get(0);
            String name = argument.split("=", 2)[0];
            if (argument.startsWith("-")) {
                List<String> options = spec.options().stream()
                        .flatMap(o -> List.of(o.names()).stream())
                        .toList();
                return "unknown option " + name + "; " + Suggestions.of(name, options);
            }
            return spec.subcommands().isEmpty()
                    ? "the command takes no argument \"" + argument + "\""
                    : "unknown command " + argument + "; "
                            + Suggestions.of(argument, spec.subcommands().keySet());
        }
        String message = String.valueOf(wrong.getMessage());
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
