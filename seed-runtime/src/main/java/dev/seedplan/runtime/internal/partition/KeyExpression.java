package dev.seedplan.runtime.internal.partition;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import dev.seedplan.runtime.internal.types.SqlType;
import dev.seedplan.schema.QName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a partition key that is a column, or computed from one in a way that can be turned round.
 *
 * @param column the column
 * @param columnType its type
 * @param type the expression's type: that of the bounds
 * @param before from what the expression must be to alternatives of what the column must be for it; empty where no such is
 *     known
 */
record KeyExpression(String column, SqlType columnType, SqlType type, Function<KeyFact, List<KeyFact>> before) {

    private static final Pattern CAST = Pattern.compile("(.+)::([a-z]+(?: [a-z ]+)?)");
    private static final Pattern CALL = Pattern.compile("\"?([A-Za-z_]+)\"?(\\(.*\\))");
    private static final Pattern EXTRACT = Pattern.compile("EXTRACT\\(year FROM (.+)\\)");
    private static final Pattern AT_UTC = Pattern.compile("(.+) AT TIME ZONE 'UTC'::text");
    private static final Pattern WITH_NUMBER = Pattern.compile("(.+) ([%/]) \\(?(\\d+)\\)?(?:::[a-z]+)?");
    private static final Map<String, String> TYPES = Map.of(
            "date", "date",
            "timestamp without time zone", "timestamp",
            "text", "text",
            "character varying", "varchar",
            "integer", "int4",
            "bigint", "int8",
            "numeric", "numeric",
            "double precision", "float8");

    /**
     * {@return the expression of a text; empty if it cannot be turned round}
     *
     * @param sql as PostgreSQL prints it
     * @param columns the type of a column; empty for none of that name
     */
    static Optional<KeyExpression> of(String sql, Function<String, Optional<SqlType>> columns) {
        String text = DefinitionText.unwrap(sql);
        Optional<String> name = DefinitionText.name(text);
        if (name.isPresent()) {
            return columns.apply(name.get())
                    .map(type -> new KeyExpression(name.get(), type, type, fact -> List.of(fact)));
        }
        Matcher extract = EXTRACT.matcher(text);
        if (extract.matches()) {
            return of(extract.group(1), columns).map(inner -> inner.then("numeric", KeyInverse::ofYear));
        }
        Matcher utc = AT_UTC.matcher(text);
        if (utc.matches()) {
            return of(utc.group(1), columns)
                    .filter(inner -> inner.is("timestamptz"))
                    .map(KeyExpression::atUtc);
        }
        Matcher number = WITH_NUMBER.matcher(text);
        if (number.matches()) {
            long divisor = Long.parseLong(number.group(3));
            boolean remainder = number.group(2).equals("%");
            return of(number.group(1), columns)
                    .filter(KeyExpression::isInteger)
                    .map(inner -> inner.then(
                            inner.type,
                            remainder
                                    ? fact -> KeyInverse.ofRemainder(fact, divisor)
                                    : fact -> KeyInverse.ofQuotient(fact, divisor)));
        }
        Matcher call = CALL.matcher(text);
        if (call.matches()
                && DefinitionText.after(call.group(2), 0) == call.group(2).length()) {
            String list = call.group(2);
            return call(
                    call.group(1).toLowerCase(Locale.ROOT),
                    DefinitionText.split(list.substring(1, list.length() - 1)),
                    columns);
        }
        Matcher cast = CAST.matcher(text);
        if (cast.matches()) {
            String target = TYPES.get(cast.group(2));
            return target == null
                    ? Optional.empty()
                    : of(cast.group(1), columns).flatMap(inner -> inner.cast(target));
        }
        return Optional.empty();
    }

    private static Optional<KeyExpression> call(
            String function, List<String> arguments, Function<String, Optional<SqlType>> columns) {
        String first = arguments.get(0);
        String last = arguments.get(arguments.size() - 1);
        return switch (function) {
            case "date_trunc" ->
                of(last, columns)
                        .filter(inner -> inner.is("timestamp"))
                        .filter(inner -> arguments.size() == 2 && KeyInverse.isUnit(DefinitionText.constant(first)))
                        .map(inner -> inner.then(
                                inner.type, fact -> KeyInverse.ofTruncation(fact, DefinitionText.constant(first))));
            case "date_part" ->
                DefinitionText.constant(first).equals("year")
                        ? of(last, columns).map(inner -> inner.then("float8", KeyInverse::ofYear))
                        : Optional.empty();
            case "timezone" ->
                DefinitionText.constant(first).equals("UTC")
                        ? of(last, columns)
                                .filter(inner -> inner.is("timestamptz"))
                                .map(KeyExpression::atUtc)
                        : Optional.empty();
            case "lower", "upper", "btrim" ->
                of(first, columns).map(inner -> inner.then("text", fact -> KeyInverse.ofText(fact, function, 0)));
            case "left", "substr", "substring" ->
                last.matches("\\d+")
                                && (function.equals("left")
                                        || (arguments.size() == 3
                                                && arguments.get(1).equals("1")))
                        ? of(first, columns)
                                .map(inner -> inner.then(
                                        "text", fact -> KeyInverse.ofText(fact, "left", Integer.parseInt(last))))
                        : Optional.empty();
            case "coalesce" ->
                of(first, columns).map(inner -> inner.then(inner.type, fact -> List.of(KeyInverse.notNull(fact))));
            case "abs" ->
                of(first, columns)
                        .filter(KeyExpression::isInteger)
                        .map(inner -> inner.then(inner.type, KeyInverse::ofAbsolute));
            case "mod" ->
                last.matches("\\d+")
                        ? of(first, columns)
                                .filter(KeyExpression::isInteger)
                                .map(inner -> inner.then(
                                        inner.type, fact -> KeyInverse.ofRemainder(fact, Long.parseLong(last))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<KeyExpression> cast(String target) {
        boolean text = is("text") || is("varchar") || is("bpchar");
        boolean sameText = text && (target.equals("text") || target.equals("varchar"));
        if (sameText || (isInteger() && target.startsWith("int"))) {
            return Optional.of(then(target, fact -> List.of(fact)));
        } else if (is("timestamp") && target.equals("date")) {
            return Optional.of(then(target, KeyInverse::ofDay));
        } else if (isInteger() && target.equals("numeric")) {
            return Optional.of(then(target, KeyInverse::ofWhole));
        }
        return Optional.empty();
    }

    private KeyExpression atUtc() {
        return then("timestamp", KeyInverse::ofUtc);
    }

    private KeyExpression then(String builtIn, Function<KeyFact, List<KeyFact>> step) {
        return then(new SqlType.Scalar(builtIn, new QName("pg_catalog", builtIn), -1, null), step);
    }

    private KeyExpression then(SqlType result, Function<KeyFact, List<KeyFact>> step) {
        return new KeyExpression(
                column,
                columnType,
                result,
                fact -> step.apply(fact).stream()
                        .flatMap(inner -> before.apply(inner).stream())
                        .toList());
    }

    private boolean is(String builtIn) {
        return type.scalar().map(scalar -> scalar.is(builtIn)).orElse(false);
    }

    private boolean isInteger() {
        return is("int2") || is("int4") || is("int8");
    }
}
