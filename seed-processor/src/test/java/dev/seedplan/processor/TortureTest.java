package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Identity;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.TypeRef;
import dev.seedplan.schema.UserType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names and comments that a generator trips over. */
class TortureTest {

    private static final List<String> COLUMNS = List.of(
            "order",
            "class",
            "notify",
            "wait",
            "get_class",
            "hashCode",
            "toString",
            "clone",
            "finalize",
            "equals",
            "2fa",
            "a_b",
            "aB",
            "A_B",
            "a b",
            "a-b",
            "a$b",
            "$encode",
            "encode",
            "slots",
            "value",
            "gen",
            "row",
            "out",
            "this",
            "null",
            "true",
            "var",
            "record",
            "yield",
            "größe",
            "日本語",
            "🙂",
            "\"quoted\"",
            "back\\slash",
            "back\\u0041slash",
            "*/ evil",
            "@author",
            "{@link x}",
            "<b>",
            "line\nbreak",
            "tab\there",
            "",
            " ",
            "x".repeat(63),
            "x".repeat(62) + "y",
            "String",
            "List",
            "id_",
            "id",
            "_",
            "__",
            "static",
            "Gen",
            "$L$T",
            "%s",
            "\u0000x".substring(1),
            "e\u0301",
            "\u00e9",
            "ﬁ",
            "İ",
            "ı",
            "i",
            "I");

    private static final String COMMENT =
            "Ends */ here, {@code $L} $T $S @deprecated <script> &amp; \\u000a public void x() {} \\ größe 日本語 🙂\nsecond\r\nline\t.";

    @TempDir
    Path directory;

    private static Column column(String name, String type) {
        QName element = type.contains(".") ? new QName("public", type.substring(7)) : new QName("pg_catalog", type);
        return new Column(
                name,
                new TypeRef(type, element, false, -1),
                false,
                "'" + COMMENT + "'",
                Identity.NONE,
                null,
                false,
                null,
                null,
                COMMENT);
    }

    private static Table table(String schema, String name, List<Column> columns) {
        return new Table(
                new QName(schema, name),
                Table.Kind.ORDINARY,
                false,
                null,
                null,
                null,
                List.of(),
                columns,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                COMMENT,
                null);
    }

    private static Snapshot snapshot(List<UserType> types, Table... tables) {
        return new Snapshot(
                Snapshot.FORMAT,
                "18.6",
                "public",
                List.of("public"),
                List.of(),
                types,
                List.of(),
                List.of(),
                Arrays.stream(tables)
                        .sorted(java.util.Comparator.comparing(Table::name))
                        .toList(),
                List.of());
    }

    private Compiled compile(Compiler compiler, Snapshot snapshot) {
        Scenario scenario = Scenario.of(directory, compiler, snapshot);
        if (compiler == Compiler.JAVAC) {
            scenario.project()
                    .source("db.package-info", "/** Rows. */\n" + TestSchema.packageInfo("db", snapshot))
                    .option("-Xlint:all,-processing", "-Xdoclint:all/public", "-Werror");
        }
        return scenario.compile();
    }

    @ParameterizedTest
    @EnumSource
    void columnsOfAnyNameAndComment(Compiler compiler) throws Exception {
        List<Column> columns = new ArrayList<>();
        for (String name : COLUMNS) {
            columns.add(column(name, columns.size() % 2 == 0 ? "text" : "int8"));
        }
        Compiled compiled = compile(compiler, snapshot(List.of(), table("public", "torture", columns)));
        assertThat(compiled.messages()).isEmpty();
        assertThat(compiled.source("db/TortureRow.java").chars()).allMatch(c -> c < 127);
        long getters = Arrays.stream(compiled.load("db.TortureRow").getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0)
                .count();
        assertThat(getters).isEqualTo(COLUMNS.size());
    }

    @ParameterizedTest
    @EnumSource
    void tablesAndEnumsOfAnyName(Compiler compiler) {
        List<Table> tables = new ArrayList<>();
        for (String name : List.of(
                "users",
                "Users",
                "USERS",
                "user_s",
                "string",
                "object",
                "override",
                "slots",
                "gen",
                "list",
                "2fa",
                "größe",
                "日本",
                "\"x\"",
                "a.b",
                "",
                "class",
                "x".repeat(63),
                "con",
                "instant",
                "uuid",
                "generated",
                "null_marked",
                "nullable")) {
            tables.add(table(
                    "public",
                    name,
                    List.of(column("id", "int8"), column("at", "timestamptz"), column("mood", "public.mood"))));
        }
        tables.add(table("auth", "users", List.of(column("id", "int8"))));
        List<UserType> types = new ArrayList<>();
        for (String name : List.of(
                "mood",
                "users_row",
                "list",
                "gen",
                "slots",
                "instant",
                "uuid",
                "string",
                "arrays",
                "big_decimal",
                "labeled",
                "generated",
                "nullable",
                "optional_gen",
                "row_writer",
                "number",
                "temporal")) {
            types.add(new UserType.EnumType(
                    new QName("public", name),
                    List.of(
                            "a",
                            "A",
                            "value of",
                            "values",
                            "label",
                            "",
                            "größe",
                            "\"",
                            "\\",
                            "*/",
                            "1",
                            "class",
                            "this",
                            "\n"),
                    COMMENT,
                    null));
        }
        types.add(new UserType.EnumType(new QName("public", "zero"), List.of(), null, null));
        types.sort(java.util.Comparator.comparing(UserType::name));
        tables.add(table(
                "public",
                "of_zero",
                List.of(
                        column("zero", "public.zero"),
                        column("l", "public.list"),
                        column("u", "uuid"),
                        column("n", "numeric"))));
        Compiled compiled = compile(compiler, snapshot(types, tables.toArray(new Table[0])));
        assertThat(compiled.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tableOfSixteenHundredColumns(Compiler compiler) throws Exception {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            columns.add(column(
                    "a_rather_long_column_name_number_" + i,
                    i % 3 == 0 ? "text" : i % 3 == 1 ? "int8" : "timestamptz"));
        }
        Snapshot snapshot = snapshot(List.of(), table("public", "wide", columns));
        Scenario scenario = Scenario.of(directory, compiler, snapshot);
        Compiled compiled = scenario.plan("@Rows(1) void wide(WideRow w) {}").compile();
        assertThat(compiled.errors()).isEmpty();
        dev.seedplan.runtime.program.SeedProgram program = (dev.seedplan.runtime.program.SeedProgram)
                compiled.load("app.PlanSeed").getConstructor().newInstance();
        assertThat(program.spec().tables().get(0).columns()).hasSize(1_600);
    }

    @ParameterizedTest
    @EnumSource
    void manyTablesAndStepsInOnePlan(Compiler compiler) throws Exception {
        StringBuilder schema = new StringBuilder();
        StringBuilder plan = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            schema.append("table t").append(i).append("\n id bigint ! always\n name text\n pk id\n");
            plan.append("@Rows(1) void m")
                    .append(i)
                    .append("(T")
                    .append(i)
                    .append("Row r) { r.name(\"")
                    .append(i)
                    .append("\"); }\n");
        }
        Compiled compiled = Scenario.of(directory, compiler, schema.toString())
                .plan(plan.toString())
                .compile();
        assertThat(compiled.errors()).isEmpty();
        Running running = Running.of(compiled, "app.PlanSeed");
        for (int step : List.of(0, 99, 100, 249)) {
            assertThat(running.call(step).get("name")).isEqualTo(String.valueOf(step));
        }
    }
}
