package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan against a schema, with the places where messages are expected marked in its source: {@code «} stands right
 * before the token a message is about, and is taken out before compiling. Before the value of an
 * annotation's member it means the value for javac and the whole of {@code member = value} for ECJ, which knows no better.
 * Where the two differ otherwise, {@code ›} marks javac's place and {@code ‹} that of ECJ.
 */
final class Scenario {

    private static final char MARK = '\u00ab';
    private static final char JAVAC = '\u203a';
    private static final char ECJ = '\u2039';
    private static final Pattern MEMBER = Pattern.compile("\\w+ = $");

    private final Project project;
    private final Compiler compiler;
    private final List<String> places = new ArrayList<>();

    private Scenario(Project project, Compiler compiler) {
        this.project = project;
        this.compiler = compiler;
    }

    static Scenario of(Path directory, Compiler compiler, String schema) {
        return of(directory, compiler, TestSchema.of(schema));
    }

    static Scenario of(Path directory, Compiler compiler, Snapshot snapshot) {
        Project project = Project.in(directory, compiler)
                .resource("seedplan/schema.json", TestSchema.json(snapshot))
                .source("db.package-info", TestSchema.packageInfo("db", snapshot));
        return new Scenario(project, compiler);
    }

    Project project() {
        return project;
    }

    /** Adds the members of a plan class {@code app.Plan}. */
    Scenario plan(String members) {
        return file("app.Plan", "@SeedPlan public class Plan {\n" + members + "\n}\n");
    }

    /** Adds a class of the package {@code app}, without package and imports. */
    Scenario file(String name, String text) {
        String source = "package " + name.substring(0, name.lastIndexOf('.')) + ";\n"
                + "import db.*; import dev.seedplan.*; import org.jspecify.annotations.Nullable;\n" + text;
        String[] lines = source.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            StringBuilder clean = new StringBuilder();
            for (char c : lines[line].toCharArray()) {
                if (c != MARK && c != JAVAC && c != ECJ) {
                    clean.append(c);
                    continue;
                }
                if (c == (compiler == Compiler.ECJ ? JAVAC : ECJ)) {
                    continue;
                }
                Matcher member = MEMBER.matcher(clean);
                int column = compiler == Compiler.ECJ && member.find() ? member.start() : clean.length();
                places.add(name.substring(name.lastIndexOf('.') + 1) + ".java:" + (line + 1) + ":" + (column + 1));
            }
            lines[line] = clean.toString();
        }
        project.source(name, String.join("\n", lines));
        return this;
    }

    Compiled compile() {
        return project.compile(compiler);
    }

    void compiles() {
        assertThat(compile().errors()).isEmpty();
    }

    /** Expects exactly these errors, in any order, at the marked places, in order. */
    Compiled fails(ProcessorError... errors) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            expected.add(errors[i].code() + " " + places.get(i));
        }
        Compiled compiled = compile();
        assertThat(compiled.ours().stream()
                        .map(m -> m.code() + " " + m.file() + ":" + m.line() + ":" + m.column())
                        .toList())
                .as("%s", compiled.messages())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(compiled.success()).isFalse();
        return compiled;
    }
}
