package dev.seedplan.cli.detect;

import dev.seedplan.cli.AnySchema;
import dev.seedplan.cli.JsonObject;
import dev.seedplan.cli.Version;
import dev.seedplan.schema.Suggestions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a database is. */
@Command(
        name = "detect",
        description = "Says what a database is: frameworks, business, accounts, and which tables can take content; each"
                + " with what says so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class DetectCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AnySchema schema = new AnySchema();

    @Option(
            names = "--framework",
            paramLabel = "NAME",
            description = "A framework that made the schema, instead of looking for it; may be given several times.")
    private List<String> frameworks = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Makes the command.
     *
     * @param directory where the project's snapshot is looked for
     */
    public DetectCommand(Map<String, String> environment, Path directory) {
        this.environment = environment;
        this.directory = directory;
    }

    @Override
    public Integer call() {
        List<Guess> given = frameworks.stream().map(this::given).toList();
        Names names = new Names(schema.read(environment, directory));
        List<Guess> found = given.isEmpty() ? Frameworks.of(names) : given;
        Guess domain = Domains.of(names);
        Guess accounts = Accounts.of(names);
        List<ContentTables.Fit> content = ContentTables.of(names);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonObject()
                    .put("version", 1)
                    .put("command", "detect")
                    .put("exit", 0)
                    .put("frameworks", found, DetectCommand::json)
                    .put("domain", json(domain))
                    .put("accounts", json(accounts))
                    .put(
                            "content",
                            content,
                            fit -> new JsonObject()
                                    .put("table", fit.table())
                                    .put("kind", fit.kind())
                                    .put("evidence", fit.evidence(), e -> e)));
        } else {
            out.println(found.isEmpty() ? "frameworks: none that is known" : "frameworks:");
            found.forEach(guess -> out.println("  " + text(guess)));
            out.println("domain: " + text(domain));
            out.println("accounts: " + text(accounts));
            out.println(content.isEmpty() ? "content: no table that looks like it" : "content:");
            content.forEach(fit -> out.println(
                    "  " + fit.table() + ": " + fit.kind() + " (" + String.join(", ", fit.evidence()) + ")"));
        }
        out.flush();
        return 0;
    }

    private Guess given(String name) {
        return Frameworks.known().stream()
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .map(known -> new Guess(known, List.of("--framework says so")))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--framework " + name + " is not known, " + Suggestions.of(name, Frameworks.known())));
    }

    private static String text(Guess guess) {
        return guess.name() + " (" + String.join("; ", guess.evidence()) + ")";
    }

    private static JsonObject json(Guess guess) {
        return new JsonObject().put("name", guess.name()).put("evidence", guess.evidence(), e -> e);
    }
}
