package dev.seedplan.cli.analyze;

import dev.seedplan.cli.AnySchema;
import dev.seedplan.cli.Version;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how the tables of a schema hang together. */
@Command(
        name = "analyze",
        description = "Shows relations, the order of filling, cycles, junction tables and tenant columns of a schema.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class AnalyzeCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AnySchema schema = new AnySchema();

    @Option(
            names = "--format",
            paramLabel = "text|json|mermaid|dot",
            defaultValue = "text",
            description = "The form: for people, for programs, or a diagram (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    /**
     * Makes the command.
     *
     * @param directory where the project's snapshot is looked for
     */
    public AnalyzeCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print((json ? Format.JSON : format).of(new Relations(schema.read(environment, directory))));
        out.flush();
        return 0;
    }
}
