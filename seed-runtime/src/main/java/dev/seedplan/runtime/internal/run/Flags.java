package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.OnChange;
import dev.seedplan.runtime.SeedConfig;
import dev.seedplan.runtime.SeedFlag;
import dev.seedplan.runtime.connect.Person;
import dev.seedplan.runtime.guard.Guard;
import dev.seedplan.runtime.internal.engine.Size;
import dev.seedplan.runtime.internal.ledger.LedgerSchema;
import dev.seedplan.runtime.internal.load.deferral.LoadMode;
import dev.seedplan.schema.Suggestions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a generated program. Parsed by hand: a start of a small seed is mostly the loading of classes, and a parser
 * library would be most of them.
 */
final class Flags {

    /** Flags with a value, and what --help says of it. */
    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    /** Flags without a value. */
    private static final Map<String, String> SWITCHES = new LinkedHashMap<>();

    static {
        VALUES.put("--url", "the database: postgresql://user@host/database or jdbc:postgresql:…");
        VALUES.put("--user", "the role to log in as, where the URL does not say");
        VALUES.put("--password-file", "a file whose first line is the password (else PGPASSWORD, else .pgpass)");
        VALUES.put("--env-file", "a file of NAME=value lines, below the environment; none is read unless named");
        VALUES.put("--env", "development, test, staging or production, at least: the target itself may show more");
        VALUES.put("--confirm", "the name of the database, with --env production: agrees to this run");
        VALUES.put("--seed", "another seed than the plan's: other rows");
        VALUES.put("--rows", "[schema.]table=N: the number of rows of a table; may be repeated");
        VALUES.put("--default-rows", "the number of rows of each table that has a number of its own and no --rows");
        VALUES.put("--size", "small, medium or large: the plan's numbers for that size; else a tenth, or ten times");
        VALUES.put("--scale", "what the plan's numbers of rows are multiplied with, such as 0.5");
        VALUES.put("--tables", "a pattern such as post*: fill these tables, and those they need; may be repeated");
        VALUES.put(
                "--exclude", "a pattern: leave these tables out, their rows are parents as they are; may be repeated");
        VALUES.put(
                "--explain", "[schema.]table=ROW: say why that row, counted from 0, is as it is, without a database");
        VALUES.put("--content", "a directory in which content files are looked for before the class path");
        VALUES.put("--load", "auto, deferred or inplace: whether foreign keys and plain indexes wait for the rows");
        VALUES.put(
                "--jobs",
                "N connections that load tables at the same time, each table committed on its own (default 1)");
        SWITCHES.put(
                "--exclusive",
                "nobody else uses the database: with --jobs, keys of tables that hold rows may wait, too");
        SWITCHES.put("--no-analyze", "do not have the server look at the rows afterwards for its plans");
        VALUES.put(
                "--on-change",
                "refuse, add or replace: what to do where rows of another version of the plan are there");
        VALUES.put("--commit-every", "N: with --no-atomic, commit after so many rows rather than after each step");
        VALUES.put("--lock-timeout", "SECONDS to wait for another seeder (default 0)");
        VALUES.put("--ledger-schema", "the schema in which is recorded what was written (default seedplan)");
        VALUES.put("--retries", "how often to try anew what may succeed then, such as a deadlock (default 2)");
        VALUES.put("--max-rejects", "N: leave out up to so many rows that the server refuses; exit code 6 then");
        VALUES.put("--rejects", "the file that lists the rows left out (default seedplan-rejects.jsonl)");
        SWITCHES.put("--keep-going", "leave out tables that fail, and those that need them; exit code 6 then");
        VALUES.put(
                "--log-format", "text or json: one event on a line, on standard error unless --log-file names a file");
        VALUES.put("--log-level", "debug, info, warn or error: from which on events are written (default info)");
        VALUES.put("--log-file", "the file that events are added to; full ones of 10 MiB are kept as .1 to .5");
        VALUES.put("--report", "an HTML page to write about the run: tables, relations, values, timings");
        SWITCHES.put("--no-atomic", "commit after each step; what is killed goes on there when it is run again");
        SWITCHES.put("--no-ledger", "record nothing, and refuse tables that hold rows");
        SWITCHES.put("--dry-run", "check and compute everything, write nothing");
        SWITCHES.put("--preview", "show the first rows of each table, without a database");
        SWITCHES.put("--strict", "refuse rather than make up values of columns that the plan does not set");
        SWITCHES.put("--json", "print the summary as one JSON object");
        SWITCHES.put("--debug", "print stack traces");
        SWITCHES.put("--help", "this text");
        SWITCHES.put("--version", "the versions of plan and runtime");
    }

    /** With the longest pause, more than a day. */
    private static final long MOST_RETRIES = 10_000;

    /** Beyond it numbers of rows are a slip of the keyboard. */
    private static final double MOST_SCALE = 1e9;

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final List<String> tables = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final List<String> switches = new ArrayList<>();
    private final Set<String> given = new TreeSet<>();
    private Guard fromConfig = Guard.USUAL;

    private Flags() {}

    /**
     * {@return the flags}
     *
     * @throws dev.seedplan.runtime.SeedException if one is not known or its value is not understood
     */
    static Flags parse(String[] arguments) {
        Flags flags = new Flags();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(0, equals) : argument;
            if (SWITCHES.containsKey(name) && name.equals(argument)) {
                flags.switches.add(name);
            } else if (VALUES.containsKey(name)) {
                boolean attached = !name.equals(argument);
                if (!attached && i + 1 >= arguments.length) {
                    throw RunError.BAD_USAGE.because(name + " needs a value: " + VALUES.get(name));
                }
                flags.put(name, attached ? argument.substring(equals + 1) : arguments[++i]);
            } else {
                throw RunError.BAD_USAGE.because("unknown flag " + argument + suggestion(name));
            }
        }
        return flags;
    }

    /** {@return all flags there are, in the order of {@code --help}} */
    static List<SeedFlag> all() {
        List<SeedFlag> all = new ArrayList<>();
        VALUES.forEach((name, about) -> all.add(new SeedFlag(name.substring(2), kind(name), about)));
        SWITCHES.forEach((name, about) -> all.add(new SeedFlag(name.substring(2), SeedFlag.Kind.SWITCH, about)));
        return all;
    }

    private static SeedFlag.Kind kind(String name) {
        return switch (name) {
            case "--rows" -> SeedFlag.Kind.PAIRS;
            case "--tables", "--exclude" -> SeedFlag.Kind.LIST;
            default -> SeedFlag.Kind.VALUE;
        };
    }

    /** Sets what is not given to what environment and file say. */
    void addDefaults(SeedConfig config) {
        fromConfig = config.guard();
        VALUES.keySet().stream()
                .filter(name -> values.containsKey(name) || config.isInEnvironment(name.substring(2)))
                .forEach(given::add);
        for (String name : VALUES.keySet()) {
            String key = name.substring(2);
            switch (kind(name)) {
                case PAIRS -> {
                    Set<String> given = Set.copyOf(rows.keySet());
                    config.pairs(key).forEach((table, number) -> {
                        if (!given.contains(table)) {
                            put(name, table + "=" + number);
                        }
                    });
                }
                case LIST -> {
                    if ((name.equals("--tables") ? tables : excluded).isEmpty()) {
                        config.list(key).forEach(value -> put(name, value));
                    }
                }
                default -> {
                    if (values.get(name) == null) {
                        config.value(key).ifPresent(value -> put(name, value));
                    }
                }
            }
        }
        SWITCHES.keySet().stream()
                .filter(name -> config.isOn(name.substring(2)))
                .forEach(switches::add);
    }

    private static String suggestion(String name) {
        List<String> known = new ArrayList<>(VALUES.keySet());
        known.addAll(SWITCHES.keySet());
        String text = Suggestions.of(name, known);
        return text.isEmpty() ? "" : ", " + text;
    }

    /** Sets a flag, also from the environment or a file. */
    void put(String name, String value) {
        switch (name) {
            case "--rows" -> putRows(name, value);
            case "--tables" -> tables.add(value);
            case "--exclude" -> excluded.add(value);
            default -> values.put(name, value);
        }
    }

    private void putRows(String name, String value) {
        int equals = value.lastIndexOf('=');
        if (equals <= 0) {
            throw RunError.BAD_USAGE.because("--rows is " + value + ", it must be table=N");
        }
        rows.put(value.substring(0, equals), number(name, value.substring(equals + 1)));
    }

    private static long number(String flag, String text) {
        try {
            long number = Long.parseLong(text);
            if (flag.equals("--seed") || number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw RunError.BAD_USAGE.because(flag + ": \"" + text + "\" is not a number of 0 or more");
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }

    /** {@return the numbers of rows by table, as the user names it} */
    Map<String, Long> rows() {
        return rows;
    }

    RunOptions options() {
        String seed = values.get("--seed");
        String each = values.get("--default-rows");
        return new RunOptions(
                seed == null ? null : number("--seed", seed),
                RunOptions.numbers(rows, each == null ? null : number("--default-rows", each), size(), scale()),
                new TableFilter(List.copyOf(tables), List.copyOf(excluded)),
                has("--dry-run"),
                has("--strict"),
                values.getOrDefault("--content", ""),
                loading(),
                keeping(),
                new Caution(guard(), given.contains("--size"), given.contains("--on-change")),
                failing());
    }

    private OnFailure failing() {
        long most = number("--max-rejects", values.getOrDefault("--max-rejects", "0"));
        long retries = number("--retries", values.getOrDefault("--retries", "2"));
        return new OnFailure(
                Math.toIntExact(Math.min(retries, MOST_RETRIES)),
                has("--keep-going"),
                most,
                most == 0 ? null : Path.of(values.getOrDefault("--rejects", "seedplan-rejects.jsonl")));
    }

    private Guard guard() {
        Guard guard = fromConfig.declaredAs(values.get("--env"), "--env").confirmed(values.get("--confirm"));
        Person person = has("--json") ? null : Person.there().orElse(null);
        return person == null ? guard : guard.asking(person::line);
    }

    private LoadOptions loading() {
        String name = values.getOrDefault("--load", LoadMode.AUTO.text());
        LoadMode mode = LoadMode.named(name)
                .orElseThrow(() ->
                        RunError.BAD_USAGE.because("--load is " + name + ", it must be auto, deferred or inplace"));
        return new LoadOptions(mode, !has("--no-analyze"), jobs(), has("--exclusive"));
    }

    private int jobs() {
        long jobs = number("--jobs", values.getOrDefault("--jobs", "1"));
        if (jobs < 1 || jobs > LoadOptions.MOST_JOBS) {
            throw RunError.BAD_USAGE.because("--jobs is " + jobs + ", it must be 1 to " + LoadOptions.MOST_JOBS);
        }
        return (int) jobs;
    }

    private Keeping keeping() {
        boolean ledger = !has("--no-ledger");
        boolean several = jobs() > 1;
        boolean atomic = !has("--no-atomic") && !several;
        if (!ledger && !atomic) {
            throw RunError.BAD_USAGE.because(
                    (several ? "--jobs" : "--no-atomic") + " needs the ledger, to know what was committed");
        }
        if (atomic && values.containsKey("--commit-every")) {
            throw RunError.BAD_USAGE.because("--commit-every is for --no-atomic and --jobs");
        }
        return new Keeping(
                ledger,
                values.getOrDefault("--ledger-schema", LedgerSchema.DEFAULT_NAME),
                onChange(),
                atomic,
                number("--commit-every", values.getOrDefault("--commit-every", "0")),
                Duration.ofSeconds(number("--lock-timeout", values.getOrDefault("--lock-timeout", "0"))));
    }

    private OnChange onChange() {
        String name = values.getOrDefault("--on-change", "refuse");
        for (OnChange each : OnChange.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw RunError.BAD_USAGE.because("--on-change is " + name + ", it must be refuse, add or replace");
    }

    private Size size() {
        String name = values.getOrDefault("--size", Size.MEDIUM.text());
        return Size.named(name)
                .orElseThrow(
                        () -> RunError.BAD_USAGE.because("--size is " + name + ", it must be small, medium or large"));
    }

    private double scale() {
        String text = values.getOrDefault("--scale", "1");
        try {
            double scale = Double.parseDouble(text);
            if (scale > 0 && scale <= MOST_SCALE) {
                return scale;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw RunError.BAD_USAGE.because("--scale: \"" + text + "\" is not a number above 0");
    }

    static String help(String program, String plan) {
        StringBuilder text = new StringBuilder(
                "Usage: " + program + " [flags]\n\nFills a PostgreSQL database with the plan " + plan + ".\n\n");
        VALUES.forEach((name, what) -> text.append(line(name + " VALUE", what)));
        SWITCHES.forEach((name, what) -> text.append(line(name, what)));
        return text.append("""

                Without --url: the environment variable SEEDPLAN_URL, then url: in seedplan.yaml of the working directory.
                Exit codes: 0 done, 1 failed and nothing left behind, 2 usage, 3 the database differs from the plan's
                snapshot, 4 another seeder is at work, 5 refused before writing, 6 done without rows that were left out,
                7 stopped part way, 8 outcome unknown, 130 and 143 interrupted.
                """).toString();
    }

    private static String line(String name, String what) {
        return "  " + name + " ".repeat(Math.max(1, 22 - name.length())) + what + "\n";
    }
}
