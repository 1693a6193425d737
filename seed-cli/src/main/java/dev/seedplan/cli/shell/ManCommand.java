package dev.seedplan.cli.shell;

import dev.seedplan.cli.CliError;
import dev.seedplan.cli.CliException;
import dev.seedplan.cli.Version;
import dev.seedplan.schema.Suggestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the manual page of a command, or writes all of them. */
@Command(
        name = "man",
        description = "Prints the manual page of a command (seedplan man fill | man -l -), or writes all of them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
public final class ManCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command (default: seedplan itself).")
    private @Nullable String name;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write all pages into this folder, such as share/man/man1.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine().getParent();
        PrintWriter out = spec.commandLine().getOut();
        if (folder != null) {
            write(folder, "seedplan", root);
            for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
                write(folder, "seedplan-" + command.getKey(), command.getValue());
            }
            out.println("wrote " + (root.getSubcommands().size() + 1) + " pages to " + folder);
        } else {
            out.print(
                    name == null ? ManPage.of("seedplan", root) : ManPage.of("seedplan-" + name, command(name, root)));
        }
        out.flush();
        return 0;
    }

    private CommandLine command(String asked, CommandLine root) {
        CommandLine command = root.getSubcommands().get(asked);
        if (command == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no command " + asked + ", "
                            + Suggestions.of(asked, root.getSubcommands().keySet()));
        }
        return command;
    }

    private static void write(Path folder, String page, CommandLine command) {
        Path file = folder.resolve(page + ".1");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, ManPage.of(page, command));
        } catch (IOException e) {
            throw new CliException(CliError.CANNOT_WRITE, "cannot write " + file + ": " + e, e);
        }
    }
}
