package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Completion scripts, manual pages, colours. */
class ShellCommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandIsInEveryCompletionScript() {
        for (String shell : new String[] {"bash", "zsh", "fish"}) {
            assertThat(run("completion", shell)).as(err.toString()).isZero();
            assertThat(out.toString())
                    .contains(commands())
                    .contains("default-rows")
                    .doesNotContain("\r");
        }
        assertThat(out.toString())
                .contains("complete -c seedplan -n '__fish_seen_subcommand_from fill' -l default-rows -x -d ")
                .contains("complete -c seedplan -n '__fish_seen_subcommand_from run' -l jar -r -F -d ");
        assertThat(run("completion", "tcsh")).isEqualTo(2);
    }

    @Test
    void everyCommandHasAManualPage(@TempDir Path folder) throws Exception {
        assertThat(run("man")).isZero();
        assertThat(out.toString())
                .startsWith(".TH \"SEEDPLAN\" 1 ")
                .contains(commands())
                .contains(".SH EXIT STATUS\n");
        assertThat(run("man", "fill")).isZero();
        assertThat(out.toString())
                .contains(".SH NAME\nseedplan-fill \\- ")
                .contains(".B \\-\\-rows TABLE=N\n")
                .contains("(default: 20).");
        assertThat(run("man", "--to", folder.resolve("man1").toString())).isZero();
        for (String command : commands()) {
            assertThat(Files.readString(folder.resolve("man1/seedplan-" + command + ".1")))
                    .contains(".SH SYNOPSIS\n.B seedplan " + command + "\n")
                    .doesNotContain("${");
        }
        assertThat(run("man", "fil")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"fill\"?");
    }

    /** That NO_COLOR turns them off is tried on the packaged command. */
    @Test
    void colourMarksTheCodeOfAnErrorAlone() {
        CommandLine line = SeedplanCommand.commandLine(Map.of(), Path.of(""));
        line.setColorScheme(Help.defaultColorScheme(Ansi.ON)).setErr(new PrintWriter(err, true));
        assertThat(line.execute("fill", "--tabels", "x")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("\u001b[31m\u001b[1m[SEED-1102]\u001b[")
                .contains(" unknown option --tabels; ");
        err.getBuffer().setLength(0);
        line.setColorScheme(Help.defaultColorScheme(Ansi.OFF));
        line.execute("fill");
        assertThat(err.toString()).startsWith("[SEED-1102] give --url");
    }

    private static String[] commands() {
        return SeedplanCommand.commandLine(Map.of(), Path.of(""))
                .getSubcommands()
                .keySet()
                .toArray(String[]::new);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return SeedplanCommand.commandLine(Map.of(), Path.of(""))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
