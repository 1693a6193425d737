package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.runtime.internal.types.ValueLine;
import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression whose values must not overlap: a column of ranges or figures, or a range made of columns, such as {@code
 * daterange(a, COALESCE(b, 'infinity'::date), '[]')} or {@code tsrange(a, (a + '01:00:00'::interval))}.
 */
final class RangeElement {

    private static final Map<String, String> CONSTRUCTORS = Map.of(
            "int4range", "int4",
            "int8range", "int8",
            "numrange", "numeric",
            "tsrange", "timestamp",
            "tstzrange", "timestamptz",
            "daterange", "date");
    private static final Pattern CALL =
            Pattern.compile("((?:[a-z0-9_]+|\"[^\"]+\")(?:\\.(?:[a-z0-9_]+|\"[^\"]+\"))?)(\\(.*\\))");
    private static final Pattern CAST = Pattern.compile("(.+)::[a-z ]+");
    private static final Pattern SUM = Pattern.compile("(.+?) \\+ (.+)");
    private static final Pattern INTERVAL = Pattern.compile("(?:(\\d+) days?)?\\s*(?:(\\d+):(\\d\\d):(\\d\\d))?");

    private final Table table;
    private final Snapshot snapshot;
    private final Instant now;
    private final long rows;

    RangeElement(Table table, Snapshot snapshot, Instant now, long rows) {
        this.table = table;
        this.snapshot = snapshot;
        this.now = now;
        this.rows = rows;
    }

    /** {@return values for the columns of an expression under {@code &&}; empty if it is of an unknown kind} */
    Optional<Placement> placement(String sql) {
        String text = DefinitionText.unwrap(sql);
        Optional<SqlType> column = type(text);
        if (column.isPresent()) {
            return ofColumn(DefinitionText.name(text).orElseThrow(), column.get());
        }
        Matcher call = CALL.matcher(text);
        if (!call.matches()
                || DefinitionText.after(call.group(2), 0) != call.group(2).length()) {
            return Optional.empty();
        }
        List<String> arguments =
                DefinitionText.split(call.group(2).substring(1, call.group(2).length() - 1));
        return subtype(call.group(1))
                .flatMap(ValueLine::of)
                .flatMap(bounds -> arguments.size() < 2 ? Optional.empty() : ofBounds(bounds, arguments));
    }

    private Optional<Placement> ofColumn(String name, SqlType type) {
        if (type.base() instanceof SqlType.Range range) {
            Endpoints.Part part = range.multirange() ? Endpoints.Part.MULTIRANGE : Endpoints.Part.RANGE;
            return ValueLine.of(range.subtype())
                    .map(line -> Endpoints.of(
                            line, List.of(new Endpoints.Column(name, part, line, range.subtype())), 0, now, rows));
        }
        return type.scalar()
                .filter(scalar -> scalar.name().schema().equals("pg_catalog"))
                .flatMap(scalar -> Figures.of(name, scalar.name().name()));
    }

    private Optional<Placement> ofBounds(ValueLine bounds, List<String> arguments) {
        Endpoints.Column from = column(arguments.get(0), Endpoints.Part.FROM, bounds);
        if (from == null) {
            return Optional.empty();
        }
        List<Endpoints.Column> columns = new ArrayList<>(List.of(from));
        Endpoints.Column to = column(arguments.get(1), Endpoints.Part.TO, bounds);
        long length = 0;
        if (to != null && !to.name().equals(from.name())) {
            columns.add(to);
        } else {
            Optional<String> rest = added(arguments.get(1), from.name());
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            Endpoints.Column distance = distance(rest.get(), from);
            if (distance != null) {
                columns.add(distance);
            } else {
                length = length(rest.get(), from.line());
                if (length <= 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Endpoints.of(bounds, columns, length, now, rows));
    }

    /** A column, perhaps cast, perhaps with a constant in the place of NULL. */
    private Endpoints.@Nullable Column column(String sql, Endpoints.Part part, ValueLine bounds) {
        String name = column(sql);
        SqlType type = name == null ? null : type(name).orElse(null);
        ValueLine line = type == null ? null : ValueLine.of(type).orElse(null);
        return name == null || type == null || line == null || !line.converts(bounds)
                ? null
                : new Endpoints.Column(unquoted(name), part, line, type);
    }

    private @Nullable String column(String sql) {
        String text = DefinitionText.unwrap(sql);
        if (type(text).isPresent()) {
            return text;
        }
        if (text.startsWith("COALESCE(") && DefinitionText.after(text, "COALESCE".length()) == text.length()) {
            List<String> arguments = DefinitionText.split(text.substring("COALESCE(".length(), text.length() - 1));
            return arguments.size() == 2 ? column(arguments.get(0)) : null;
        }
        Matcher cast = CAST.matcher(text);
        return cast.matches() ? column(cast.group(1)) : null;
    }

    /** {@return what is added to the start column, where the text is such a sum} */
    private Optional<String> added(String sql, String from) {
        Matcher sum = SUM.matcher(DefinitionText.unwrap(sql));
        if (!sum.matches()) {
            return Optional.empty();
        }
        String first = column(sum.group(1));
        return first != null && unquoted(first).equals(from) ? Optional.of(sum.group(2)) : Optional.empty();
    }

    private Endpoints.@Nullable Column distance(String sql, Endpoints.Column from) {
        String name = column(sql);
        SqlType.Scalar type =
                name == null ? null : type(name).flatMap(SqlType::scalar).orElse(null);
        if (name == null || type == null) {
            return null;
        }
        ValueLine own = ValueLine.of(type).orElse(null);
        ValueLine line = switch (from.line().kind()) {
            case LOCAL_MICROS, MICROS, CLOCK_MICROS -> type.is("interval") ? from.line() : null;
            case DAY -> own != null && own.kind() == ValueLine.Kind.NUMBER ? from.line() : null;
            default -> own != null && own.converts(from.line()) ? own : null;
        };
        return line == null ? null : new Endpoints.Column(unquoted(name), Endpoints.Part.LENGTH, line, type);
    }

    /** {@return a constant's length on the line; 0 if it is none} */
    private static long length(String sql, ValueLine line) {
        String constant = DefinitionText.constant(sql);
        switch (line.kind()) {
            case LOCAL_MICROS, MICROS, CLOCK_MICROS -> {
                Matcher interval = INTERVAL.matcher(constant);
                if (!interval.matches() || constant.isEmpty()) {
                    return 0;
                }
                return Duration.ofDays(number(interval.group(1)))
                                .plusHours(number(interval.group(2)))
                                .plusMinutes(number(interval.group(3)))
                                .plusSeconds(number(interval.group(4)))
                                .toNanos()
                        / 1_000;
            }
            case DAY, NUMBER -> {
                return constant.matches("\\d{1,9}") ? Long.parseLong(constant) : 0;
            }
            default -> {
                return 0;
            }
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private Optional<SqlType> subtype(String constructor) {
        String builtIn = CONSTRUCTORS.get(constructor.toLowerCase(Locale.ROOT));
        if (builtIn != null) {
            return Optional.of(new SqlType.Scalar(builtIn, new QName("pg_catalog", builtIn), -1, null));
        }
        return snapshot.types().stream()
                .filter(UserType.RangeType.class::isInstance)
                .map(UserType.RangeType.class::cast)
                .filter(range ->
                        constructor.replace("\"", "").equals(range.name().toString()))
                .map(range -> SqlType.of(range.subtype(), snapshot))
                .findFirst();
    }

    private Optional<SqlType> type(String column) {
        return DefinitionText.name(column)
                .flatMap(table::column)
                .filter(found -> !found.isGenerated())
                .map(found -> SqlType.of(found.type(), snapshot));
    }

    private static String unquoted(String name) {
        return DefinitionText.name(name).orElse(name);
    }
}
