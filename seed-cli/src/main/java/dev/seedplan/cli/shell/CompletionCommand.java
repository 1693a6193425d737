package dev.seedplan.cli.shell;

import dev.seedplan.cli.Version;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes commands and flags. */
@Command(
        name = "completion",
        description = "Prints a script with which a shell completes commands and flags. bash and zsh:"
                + " source <(seedplan completion bash); fish: seedplan completion fish | source",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
    private Shell shell = Shell.BASH;

    /** Shells that are known. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        PrintWriter out = spec.commandLine().getOut();
        // The script for bash has zsh load its own support of such scripts.
        out.print(
                shell == Shell.FISH
                        ? fish(root)
                        : AutoComplete.bash("seedplan", root).replace(System.lineSeparator(), "\n"));
        out.flush();
        return 0;
    }

    private static String fish(CommandLine root) {
        StringBuilder script = new StringBuilder("complete -c seedplan -f\n");
        for (OptionSpec option : root.getCommandSpec().options()) {
            line(script, "__fish_use_subcommand", option);
        }
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            CommandSpec about = command.getValue().getCommandSpec();
            script.append("complete -c seedplan -n __fish_use_subcommand -a ")
                    .append(command.getKey())
                    .append(" -d ")
                    .append(quoted(Words.first(about.usageMessage().description())))
                    .append('\n');
            for (OptionSpec option : about.options()) {
                line(script, "'__fish_seen_subcommand_from " + command.getKey() + "'", option);
            }
        }
        return script.toString();
    }

    private static void line(StringBuilder script, String condition, OptionSpec option) {
        script.append("complete -c seedplan -n ").append(condition);
        for (String name : option.names()) {
            boolean isLong = name.startsWith("--");
            script.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
        }
        if (option.arity().min() > 0) {
            boolean file =
                    option.paramLabel().equals("FILE") || option.paramLabel().equals("DIR");
            script.append(file ? " -r -F" : " -x");
        }
        script.append(" -d ").append(quoted(Words.first(option.description()))).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
