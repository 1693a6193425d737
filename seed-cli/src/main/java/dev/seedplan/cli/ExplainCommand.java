package dev.seedplan.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where a fill takes the values of a table from, and why. */
@Command(
        name = "explain",
        description = "Says of each column where its values come from and why: key, constraint, name, default or type.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TABLE[.COLUMN]", description = "A table, or one of its columns; [schema.] in front.")
    private String what = "";

    @Option(
            names = "--row",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Show the values of row N too, from 0.")
    private long row;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private FillFlags flags = new FillFlags();

    ExplainCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        flags.request(this::usage)
                .to(new UrlDataSource(database.required(environment)))
                .explain(what, row)
                .forEach(out::println);
        out.flush();
        return 0;
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
