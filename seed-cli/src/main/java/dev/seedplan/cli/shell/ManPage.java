package dev.seedplan.cli.shell;

import dev.seedplan.cli.Version;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A manual page in the macros of man(7). */
final class ManPage {

    private static final String EXIT = """
            .SH EXIT STATUS
            .TP
            .B 0
            done, or already seeded
            .TP
            .B 1
            failed, nothing left behind
            .TP
            .B 2
            usage: a flag, a value, a plan that is not there
            .TP
            .B 3
            drift between database, snapshot and plan
            .TP
            .B 4
            another seeder is at work
            .TP
            .B 5
            refused before writing
            .TP
            .B 6
            finished with rows or tables left out, which are listed
            .TP
            .B 7
            stopped part way; the ledger says how to go on
            .TP
            .B 8
            outcome unknown: the connection was lost in COMMIT
            .TP
            .B 130, 143
            interrupted, nothing left behind
            .SH FILES
            .TP
            .I seedplan.yaml
            defaults, with the flags' names as keys; the environment (SEEDPLAN_ and the name in capitals) comes before it
            """;

    private ManPage() {}

    static String of(String page, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        StringBuilder text = new StringBuilder(".TH \"" + page.toUpperCase(Locale.ROOT) + "\" 1 \"\" \"seedplan "
                + Version.number() + "\" \"Seedplan\"\n");
        String description = Words.of(spec.usageMessage().description());
        text.append(".SH NAME\n")
                .append(page)
                .append(" \\- ")
                .append(escaped(Words.first(description)))
                .append('\n');
        text.append(".SH SYNOPSIS\n.B ")
                .append(page.replace("seedplan-", "seedplan "))
                .append('\n');
        text.append(command.getSubcommands().isEmpty() ? "[options]" : ".I COMMAND\n[options]");
        spec.positionalParameters().forEach(p -> text.append("\n.I ").append(escaped(p.paramLabel())));
        text.append("\n.SH DESCRIPTION\n").append(escaped(description)).append('\n');
        if (!command.getSubcommands().isEmpty()) {
            text.append(".SH COMMANDS\n");
            for (Map.Entry<String, CommandLine> sub : command.getSubcommands().entrySet()) {
                item(
                        text,
                        sub.getKey(),
                        sub.getValue().getCommandSpec().usageMessage().description());
            }
        }
        if (!spec.positionalParameters().isEmpty()) {
            text.append(".SH ARGUMENTS\n");
            for (PositionalParamSpec parameter : spec.positionalParameters()) {
                item(text, parameter.paramLabel(), parameter.description());
            }
        }
        text.append(".SH OPTIONS\n");
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
            item(text, String.join(", ", option.names()) + value, option.description());
        }
        return text.append(EXIT).toString();
    }

    private static void item(StringBuilder text, String name, String... description) {
        text.append(".TP\n.B ")
                .append(escaped(name))
                .append('\n')
                .append(escaped(Words.of(description)))
                .append('\n');
    }

    /** A line that begins with a dot or a quote would be a request; a hyphen would be typeset as one. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
