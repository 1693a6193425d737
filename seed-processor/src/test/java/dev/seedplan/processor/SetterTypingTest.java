package dev.seedplan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every line that must compile and every one that must not, on a table with all kinds of columns. */
class SetterTypingTest {

    /** For each kind a NOT NULL column {@code x} and a nullable one {@code nX}. */
    private static final String SCHEMA = """
            enum mood happy sad
            domain money_amount numeric(10,2)
            domain slug text
            base citext
            table everything
              id bigint ! always
              bool boolean !
              n_bool boolean
              i2 smallint !
              n_i2 smallint
              i4 integer !
              n_i4 integer
              i8 bigint !
              n_i8 bigint
              oid oid !
              f4 real !
              n_f4 real
              f8 double !
              n_f8 double
              num numeric(10,2) !
              n_num numeric
              cash money !
              txt text !
              n_txt varchar(10)
              ci public.citext !
              slug public.slug !
              amount public.money_amount !
              uuid uuid !
              n_uuid uuid
              date date !
              n_date date
              time time !
              timetz timetz !
              ts timestamp !
              n_ts timestamp
              tz timestamptz !
              n_tz timestamptz
              span interval !
              bytes bytea !
              n_bytes bytea
              json json !
              jsonb jsonb !
              n_jsonb jsonb
              ip inet !
              bits varbit !
              mood public.mood !
              n_mood public.mood
              texts text[] !
              n_texts text[]
              ints integer[] !
              longs bigint[] !
              flags boolean[] !
              moods public.mood[] !
              shape point
              gen text ! generated upper(txt)
              def bigint ! byDefault
              pk id
            """;

    private static final String HELPERS = """
              static <T> Gen<T> weighted(T a, int w, T b, int x) { return cell -> a; }
              static <T> OptionalGen<T> none() { return cell -> null; }
              static IntGen integers(int a, int b) { return cell -> a; }
              static LongGen longs(long a, long b) { return cell -> a; }
              static DoubleGen doubles() { return cell -> 1; }
              static TimeGen times(String a, String b) { return cell -> 0; }
              static TextGen fullName() { return (cell, out) -> out.text("x"); }
              static <T> T same(T value) { return value; }
            """;

    private static final List<String> GOOD = List.of(
            // booleans
            "r.bool(true)",
            "r.bool(cell -> cell.unit(0) < 0.5)",
            "r.bool(weighted(true, 9, false, 1))",
            "boolean b = r.bool()",
            "r.nBool(true)",
            "r.nBool(none())",
            "r.nBool(r.nBool())",
            "r.nBool(Boolean.TRUE)",
            "Boolean b = r.nBool()",
            // whole numbers
            "r.i2(1)",
            "r.i2((short) 1)",
            "r.i2(integers(1, 5))",
            "r.i2(cell -> 3)",
            "int i = r.i2()",
            "r.nI2(1)",
            "r.nI2(integers(1, 5).orNull(0.5))",
            "r.nI2(none())",
            "Integer i = r.nI2()",
            "r.i4(1)",
            "r.i4(integers(1, 5))",
            "r.i4(cell -> cell.below(0, 5))",
            "r.i4(weighted(1, 9, 2, 1))",
            "int i = r.i4()",
            "r.nI4(5)",
            "r.nI4(r.nI4())",
            "r.nI4(cell -> null)",
            "r.nI4(integers(1, 5))",
            "r.i8(1)",
            "r.i8(1L)",
            "r.i8(r.i4())",
            "r.i8(longs(1, 5))",
            "r.i8(integers(1, 5))",
            "r.i8(cell -> 5L)",
            "r.i8(cell -> cell.below(0, 7L))",
            "r.i8((Cell cell) -> 5L)",
            "r.i8(weighted(1L, 9, 2L, 1))",
            "long l = r.i8()",
            "r.nI8(1)",
            "r.nI8(1L)",
            "r.nI8(r.nI8())",
            "r.nI8(longs(1, 5).orNull(0.1))",
            "r.nI8(integers(1, 5))",
            "r.nI8(integers(1, 5).orNull(0.5))",
            "r.nI8(weighted(1, 9, 2, 1).orNull(0.5))",
            "r.nI8(weighted(1, 9, 2, 1))",
            "r.i8(weighted(1, 9, 2, 1))",
            "r.i8(integers(1, 5).map(i -> i + 1L))",
            "r.i8(integers(1, 5).filter(i -> i > 2))",
            "r.i8((Cell cell) -> 5)",
            "r.nI8(none())",
            "r.nI8(cell -> null)",
            "Long l = r.nI8()",
            "r.nI8(same(5L))",
            "r.oid(5)",
            "r.oid(integers(1, 5))",
            "r.nI2(integers(1, 5).filter(i -> i > 2).orNull(0.5))",
            "long l = r.oid()",
            "long id = r.id()",
            "r.def(5)",
            "long d = r.def()",
            // fractions
            "r.f4(1.5)",
            "r.f4(1.5f)",
            "r.f4(1)",
            "r.f4(doubles())",
            "r.f4(cell -> 1.5)",
            "float f = r.f4()",
            "r.nF4(1.5)",
            "r.nF4(r.nF4())",
            "r.nF4(none())",
            "r.nF4(doubles().orNull(0.5))",
            "r.nF4(integers(1, 5).orNull(0.5))",
            "r.nF4(longs(1, 5).orNull(0.5))",
            "r.nF8(integers(1, 5).orNull(0.5))",
            "r.nF8(longs(1, 5).orNull(0.5))",
            "r.nNum(integers(1, 5).orNull(0.5))",
            "r.nNum(longs(1, 5).orNull(0.5))",
            "Float f = r.nF4()",
            "r.f8(1.5)",
            "r.f8(1)",
            "r.f8(doubles())",
            "r.f8(integers(1, 5))",
            "r.f8(cell -> cell.unit(0))",
            "double d = r.f8()",
            "r.nF8(1)",
            "r.nF8(doubles().orNull(0.5))",
            "r.nF8(r.nF8())",
            "Double d = r.nF8()",
            "r.num(5)",
            "r.num(5L)",
            "r.num(1.5)",
            "r.num(BigDecimal.ONE)",
            "r.num(integers(1, 5))",
            "r.num(doubles())",
            "r.num(longs(1, 5))",
            "r.num(cell -> BigDecimal.TEN)",
            "r.num(cell -> 5)",
            "BigDecimal n = r.num()",
            "r.nNum(5)",
            "r.nNum(r.nNum())",
            "r.nNum(doubles().orNull(0.5))",
            "r.nNum(none())",
            "r.cash(9.99)",
            "r.amount(9.99)",
            "BigDecimal a = r.amount()",
            // texts
            "r.txt(\"x\")",
            "r.txt(fullName())",
            "r.txt(cell -> \"x\" + cell.ordinal())",
            "r.txt(weighted(\"a\", 1, \"b\", 2))",
            "r.txt(same(\"x\"))",
            "String s = r.txt()",
            "r.txt(\"a\").txt(fullName())",
            "r.txt(fullName().map(String::trim))",
            "r.nTxt(\"x\")",
            "r.nTxt(fullName().orNull(0.5))",
            "r.nTxt(none())",
            "r.nTxt(r.nTxt())",
            "r.nTxt(cell -> \"x\")",
            "r.ci(\"x\")",
            "r.slug(\"x\")",
            "r.json(\"{}\")",
            "r.jsonb(\"{}\")",
            "r.nJsonb(none())",
            "r.ip(\"::1\")",
            "r.bits(\"01\")",
            // others
            "r.uuid(UUID.randomUUID())",
            "r.uuid(cell -> new UUID(1, 2))",
            "r.nUuid(none())",
            "UUID u = r.uuid()",
            "r.date(LocalDate.MIN)",
            "r.date(times(\"a\", \"b\"))",
            "r.date(cell -> LocalDate.MIN)",
            "LocalDate d = r.date()",
            "r.nDate(times(\"a\", \"b\").orNull(0.5))",
            "r.nDate(none())",
            "r.nDate(r.nDate())",
            "r.time(LocalTime.NOON)",
            "r.time(cell -> LocalTime.NOON)",
            "r.timetz(OffsetTime.MIN)",
            "r.ts(LocalDateTime.MIN)",
            "r.ts(Instant.EPOCH)",
            "r.ts(times(\"a\", \"b\"))",
            "r.ts(cell -> LocalDateTime.MIN)",
            "LocalDateTime t = r.ts()",
            "r.nTs(times(\"a\", \"b\").orNull(0.5))",
            "r.nTs(r.nTs())",
            "r.nTs(r.tz())",
            "r.tz(Instant.EPOCH)",
            "r.tz(times(\"a\", \"b\"))",
            "r.tz(cell -> Instant.EPOCH)",
            "Instant t = r.tz()",
            "r.nTz(times(\"a\", \"b\").orNull(0.5))",
            "r.nTz(none())",
            "r.nTz(r.nTz())",
            "Instant t = r.nTz()",
            "r.span(Duration.ZERO)",
            "r.bytes(new byte[0])",
            "r.nBytes(none())",
            "byte[] b = r.bytes()",
            "r.mood(Mood.SAD)",
            "r.mood(weighted(Mood.SAD, 1, Mood.HAPPY, 2))",
            "r.mood(cell -> Mood.SAD)",
            "Mood m = r.mood()",
            "r.nMood(Mood.SAD)",
            "r.nMood(none())",
            "r.nMood(weighted(Mood.SAD, 1, Mood.HAPPY, 2).orNull(0.5))",
            "r.texts(\"a\", \"b\")",
            "r.texts(\"a\")",
            "r.texts(List.of(\"a\"))",
            "r.texts(List.of())",
            "r.texts(cell -> List.of(\"a\"))",
            "r.texts(weighted(List.of(\"a\"), 1, List.of(\"b\"), 2))",
            "List<String> l = r.texts()",
            "r.texts(r.texts())",
            "r.nTexts(none())",
            "r.nTexts(\"a\")",
            "r.ints(1, 2)",
            "r.ints(List.of(1))",
            "List<Integer> l = r.ints()",
            "r.longs(1, 2)",
            "r.longs(1L)",
            "r.flags(true, false)",
            "r.moods(Mood.SAD, Mood.HAPPY)",
            "r.moods(List.of(Mood.SAD))",
            "Object o = r.shape()",
            "String g = r.gen()");

    private static final List<String> BAD = List.of(
            "r.id(5)",
            "r.gen(\"x\")",
            "r.shape(\"x\")",
            "r.noSuch()",
            "r.noSuch(5)",
            "r.bool(1)",
            "r.bool(\"true\")",
            "r.bool(none())",
            "r.bool(weighted(true, 1, false, 2).orNull(0.5))",
            "r.i2(1L)",
            "r.i2(longs(1, 5))",
            "r.i4(1L)",
            "r.i4(1.5)",
            "r.i4(\"1\")",
            "r.i4(longs(1, 5))",
            "r.i4(doubles())",
            "r.i4(none())",
            "r.i4(integers(1, 5).orNull(0.5))",
            "r.nI4(longs(1, 5).orNull(0.5))",
            "r.nI4(1L)",
            "r.i8(1.5)",
            "r.i8(\"x\")",
            "r.i8(doubles())",
            "r.i8(none())",
            "r.i8(longs(1, 5).orNull(0.5))",
            "r.i8(cell -> 5)",
            "r.i8(integers(1, 5).orNull(0.5))",
            "r.i8(weighted(1, 9, 2, 1).orNull(0.5))",
            "r.nI8(weighted(\"a\", 9, \"b\", 1).orNull(0.5))",
            "r.nI8(doubles().orNull(0.5))",
            "r.nI2(longs(1, 5).orNull(0.5))",
            "r.nF8(fullName().orNull(0.5))",
            "r.nNum(fullName().orNull(0.5))",
            "r.nTz(integers(1, 5).orNull(0.5))",
            "r.nDate(fullName().orNull(0.5))",
            "r.i8(fullName())",
            "r.i8(Mood.SAD)",
            "r.nI8(doubles())",
            "r.nI8(fullName())",
            "int i = r.i8()",
            "r.f8(\"x\")",
            "r.f8(fullName())",
            "r.f8(none())",
            "r.num(\"x\")",
            "r.num(fullName())",
            "r.num(none())",
            "r.txt(5)",
            "r.txt('x')",
            "r.txt(integers(1, 5))",
            "r.txt(none())",
            "r.txt(fullName().orNull(0.5))",
            "r.txt(Mood.SAD)",
            "r.txt(cell -> 5)",
            "r.nTxt(5)",
            "r.nTxt(integers(1, 5).orNull(0.5))",
            "r.nTxt(List.of())",
            "r.slug(5)",
            "r.ci(5)",
            "r.uuid(\"x\")",
            "r.uuid(none())",
            "r.date(\"2026-01-01\")",
            "r.date(Instant.EPOCH)",
            "r.date(fullName())",
            "r.date(none())",
            "r.nDate(integers(1, 5))",
            "r.time(Instant.EPOCH)",
            "r.time(times(\"a\", \"b\"))",
            "r.ts(\"x\")",
            "r.ts(none())",
            "r.ts(times(\"a\", \"b\").orNull(0.5))",
            "r.tz(\"x\")",
            "r.tz(LocalDate.MIN)",
            "r.tz(LocalDateTime.MIN)",
            "r.tz(none())",
            "r.tz(times(\"a\", \"b\").orNull(0.5))",
            "r.span(5)",
            "r.bytes(\"x\")",
            "r.json(5)",
            "r.mood(\"sad\")",
            "r.mood(Mood.ANGRY)",
            "r.mood(none())",
            "r.mood(fullName())",
            "r.mood(0)",
            "r.texts(1)",
            "r.texts(\"a\", 1)",
            "r.texts(List.of(1))",
            "r.texts(none())",
            "r.texts(fullName())",
            "r.ints(\"a\")",
            "r.ints(1L)",
            "r.longs(1.5)",
            "r.moods(\"sad\")");

    @TempDir
    Path directory;

    private Compiled compile(Compiler compiler, List<String> statements) {
        StringBuilder plan = new StringBuilder(HELPERS);
        plan.append("@Rows(1) void everything(EverythingRow row) {}\n");
        for (int i = 0; i < statements.size(); i++) {
            plan.append("void l")
                    .append(i)
                    .append("(EverythingRow r, int helper) { ")
                    .append(statements.get(i))
                    .append("; }\n");
        }
        return Scenario.of(directory, compiler, SCHEMA)
                .file(
                        "app.Plan",
                        "import java.math.*; import java.time.*; import java.util.*;\n@SeedPlan public class Plan {\n"
                                + plan + "}\n")
                .compile();
    }

    @ParameterizedTest
    @EnumSource
    void rightLinesCompile(Compiler compiler) {
        assertThat(compile(compiler, GOOD).errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wrongLinesDoNot(Compiler compiler) {
        Compiled compiled = compile(compiler, BAD);
        assertThat(compiled.ours()).isEmpty();
        long first = 5 + HELPERS.lines().count() + 1;
        Set<Long> wrong = new TreeSet<>();
        compiled.errors().forEach(message -> wrong.add(message.line()));
        List<String> compiledAnyway = new ArrayList<>();
        for (int i = 0; i < BAD.size(); i++) {
            if (!wrong.contains(first + i)) {
                compiledAnyway.add(BAD.get(i));
            }
        }
        assertThat(compiledAnyway).isEmpty();
        assertThat(wrong).hasSize(BAD.size());
    }
}
