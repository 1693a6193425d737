package dev.seedplan.cli.plans;

import dev.seedplan.cli.Version;
import dev.seedplan.runtime.SeedFlag;
import dev.seedplan.runtime.SeedMain;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Runs a plan. The flags are those of its own {@code main}, which gets them as they are. */
@Command(
        name = "run",
        description = "Runs a plan of a jar or of the project, with the flags of the plan's own main.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class RunCommand implements Callable<Integer> {

    /** Those that the command has itself. */
    private static final Set<String> OWN = Set.of("help", "version", "debug", "env-file");

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", description = "The plan's class, or the last part of its name.")
    private String plan = "";

    @Mixin
    private PlanPath path = new PlanPath();

    private RunCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /**
     * {@return the command}
     *
     * @param directory where compiled classes and {@code seedplan.yaml} are looked for
     */
    public static CommandSpec create(Map<String, String> environment, Path directory) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new RunCommand(environment, directory));
        for (SeedFlag flag : SeedMain.flags()) {
            if (!OWN.contains(flag.name())) {
                spec.addOption(option(flag));
            }
        }
        return spec;
    }

    private static OptionSpec option(SeedFlag flag) {
        OptionSpec.Builder option =
                OptionSpec.builder("--" + flag.name()).description(flag.about().replace("%", "%%"));
        return switch (flag.kind()) {
            case SWITCH -> option.type(boolean.class).arity("0").build();
            case VALUE ->
                option.type(String.class).arity("1").paramLabel("VALUE").build();
            case LIST ->
                option.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel("VALUE")
                        .build();
            case PAIRS ->
                option.type(Map.class)
                        .auxiliaryTypes(String.class, String.class)
                        .arity("1")
                        .paramLabel("NAME=VALUE")
                        .build();
        };
    }

    @Override
    public Integer call() {
        PrintStream out = WriterStream.to(spec.commandLine().getOut());
        PrintStream err = WriterStream.to(spec.commandLine().getErr());
        int exit = SeedMain.run(
                path.program(plan, directory),
                arguments(spec.commandLine().getParseResult()),
                out,
                err,
                environment,
                directory);
        out.flush();
        err.flush();
        return exit;
    }

    /** The given flags in the form that a program reads; it looks for defaults itself. */
    private static String[] arguments(ParseResult parsed) {
        List<String> arguments = new ArrayList<>();
        for (SeedFlag flag : SeedMain.flags()) {
            String name = "--" + flag.name();
            OptionSpec option = parsed.matchedOption(name);
            if (option != null && flag.kind() == SeedFlag.Kind.SWITCH) {
                arguments.add(name);
            } else if (option != null) {
                option.originalStringValues().forEach(value -> arguments.add(name + "=" + value));
            }
        }
        return arguments.toArray(String[]::new);
    }
}
