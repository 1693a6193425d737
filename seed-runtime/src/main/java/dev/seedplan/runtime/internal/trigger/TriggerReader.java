package dev.seedplan.runtime.internal.trigger;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import dev.seedplan.runtime.internal.trigger.TriggerReading.Source;
import dev.seedplan.schema.Column;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what acts on INSERT: triggers with their functions' text from the database, rules and defaults from the snapshot. */
public final class TriggerReader {

    private static final Pattern TRIGGER = Pattern.compile(
            "CREATE (?:CONSTRAINT )?TRIGGER .+? (BEFORE|AFTER|INSTEAD OF) ([A-Z ]*?INSERT.*?) ON .+", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern RULE = Pattern.compile(
            "CREATE RULE (\\S+|\"(?:[^\"]|\"\")+\") AS\\s+ON INSERT TO (.+?)(?:\\s+WHERE (.+?))?\\s+DO\\s+(ALSO |INSTEAD )?(.+)",
            Pattern.DOTALL);

    private final Snapshot snapshot;
    private final Map<String, List<FunctionSource>> functions;

    private TriggerReader(Snapshot snapshot, Map<String, List<FunctionSource>> functions) {
        this.snapshot = snapshot;
        this.functions = functions;
    }

    /**
     * {@return the readings of all tables, by table, then triggers, rules and defaults; those without any effect are left out}
     *
     * @param connection to the database of the snapshot; nothing is written
     * @param snapshot its schema
     * @throws SQLException if the server refuses to show the functions
     */
    public static List<TriggerReading> read(Connection connection, Snapshot snapshot) throws SQLException {
        TriggerReader reader = new TriggerReader(snapshot, functions(connection));
        List<TriggerReading> readings = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            table.triggers().forEach(trigger -> reader.trigger(table, trigger).ifPresent(readings::add));
            table.rules().forEach(rule -> reader.rule(table, rule).ifPresent(readings::add));
            table.columns().forEach(column -> reader.defaultOf(table, column).ifPresent(readings::add));
        }
        return readings.stream().filter(reading -> !reading.effects().isEmpty()).toList();
    }

    private static Map<String, List<FunctionSource>> functions(Connection connection) throws SQLException {
        Map<String, List<FunctionSource>> functions = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT n.nspname, p.proname, l.lanname,
                          CASE WHEN l.lanname IN ('sql', 'plpgsql') THEN p.prosrc ELSE '' END
                        FROM pg_catalog.pg_proc p
                        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                        JOIN pg_catalog.pg_language l ON l.oid = p.prolang
                        WHERE n.nspname <> 'information_schema'
                          AND (n.nspname <> 'pg_catalog' OR p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype)
                        ORDER BY n.nspname, p.proname, p.oid
                        """)) {
            while (row.next()) {
                QName name = new QName(row.getString(1), row.getString(2));
                functions
                        .computeIfAbsent(name.name(), key -> new ArrayList<>())
                        .add(new FunctionSource(name, row.getString(3), row.getString(4)));
            }
        }
        return functions;
    }

    private Optional<TriggerReading> trigger(Table table, Table.Trigger trigger) {
        Matcher definition = TRIGGER.matcher(trigger.definition());
        // Disabled ones, and those for replicas, do not fire in an ordinary session.
        if (!definition.matches()
                || trigger.enabled().equals("D")
                || trigger.enabled().equals("R")) {
            return Optional.empty();
        }
        boolean row = trigger.definition().contains(" FOR EACH ROW");
        boolean before = row && definition.group(1).equals("BEFORE");
        BodyReading body = new BodyReading(snapshot, table, functions, before);
        List<Effect> effects = ServerTriggers.effects(trigger.function().name(), arguments(trigger));
        if (effects.isEmpty()) {
            functions.getOrDefault(trigger.function().name(), List.of()).stream()
                    .filter(source -> source.name().equals(trigger.function()))
                    .forEach(source -> body.function(source, 0));
            effects = body.effects();
        }
        Source source = before ? Source.BEFORE_ROW : row ? Source.AFTER_ROW : Source.STATEMENT;
        return Optional.of(
                new TriggerReading(table.name(), source, trigger.name(), condition(trigger.definition()), effects));
    }

    private static List<String> arguments(Table.Trigger trigger) {
        int call = trigger.definition().lastIndexOf(" EXECUTE ");
        Matcher argument = ARGUMENT.matcher(trigger.definition().substring(Math.max(0, call)));
        List<String> arguments = new ArrayList<>();
        while (argument.find()) {
            arguments.add(argument.group(1).replace("''", "'"));
        }
        return arguments;
    }

    private static Optional<String> condition(String definition) {
        int when = DefinitionText.find(definition, " WHEN (", 0);
        if (when < 0) {
            return Optional.empty();
        }
        int open = when + " WHEN ".length();
        return Optional.of(DefinitionText.unwrap(definition.substring(open, DefinitionText.after(definition, open))));
    }

    private Optional<TriggerReading> rule(Table table, String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            return Optional.empty();
        }
        BodyReading body = new BodyReading(snapshot, table, functions, false);
        body.body(new Tokens(rule.group(5)), 0);
        List<Effect> effects = new ArrayList<>(body.effects());
        if ("INSTEAD ".equals(rule.group(4))) {
            effects.add(
                    0,
                    new Effect(
                            Effect.Kind.SWALLOWS,
                            "",
                            text.replaceAll("\\s+", " ").strip()));
        }
        return Optional.of(new TriggerReading(
                table.name(),
                Source.RULE,
                DefinitionText.name(rule.group(1)).orElse(rule.group(1)),
                Optional.ofNullable(rule.group(3)).map(DefinitionText::unwrap),
                effects));
    }

    /** Of a default only the settings it needs: which value it has is said elsewhere. */
    private Optional<TriggerReading> defaultOf(Table table, Column column) {
        String expression = column.defaultExpression();
        if (expression == null
                && snapshot.type(column.type().element()).orElse(null) instanceof UserType.DomainType domain) {
            expression = domain.defaultExpression();
        }
        if (expression == null || column.isGenerated()) {
            return Optional.empty();
        }
        BodyReading body = new BodyReading(snapshot, table, functions, false);
        body.body(new Tokens(expression), 0);
        List<Effect> effects = body.effects().stream()
                .filter(effect ->
                        effect.kind() == Effect.Kind.NEEDS_SETTING || effect.kind() == Effect.Kind.READS_SETTING)
                .sorted(Comparator.comparing(Effect::object))
                .toList();
        return Optional.of(new TriggerReading(table.name(), Source.DEFAULT, column.name(), Optional.empty(), effects));
    }
}
