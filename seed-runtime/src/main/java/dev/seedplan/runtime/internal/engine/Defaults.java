package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.program.ColumnSpec;
import dev.seedplan.spi.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings a column's default, as PostgreSQL prints it, to a value we make ourselves, or leaves it to the server. */
final class Defaults {

    // 'text'::type, with doubled quotes inside; a cast may carry a modifier or brackets.
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'(?:::[\\w\\s.\"(),\\[\\]]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?(?:::[\\w\\s.\"(),]+)?");
    private static final Set<String> NOW = Set.of(
            "now()",
            "CURRENT_TIMESTAMP",
            "transaction_timestamp()",
            "statement_timestamp()",
            "clock_timestamp()",
            "LOCALTIMESTAMP",
            "CURRENT_DATE",
            "timezone('utc'::text, now())",
            "timezone('UTC'::text, now())");
    private static final Set<String> UUID = Set.of("gen_random_uuid()", "uuid_generate_v4()", "uuidv4()");

    private static final Pattern UUID_TEXT = Pattern.compile(
            "\\((?:\\w+\\.)?(?:gen_random_uuid|uuid_generate_v4|uuidv4)\\(\\)\\)::(?:text|character varying).*");

    private Defaults() {}

    static ColumnRule rule(ColumnSpec column, String expression, Instant now, boolean neverSet) {
        String text = expression.strip();
        String call = text.substring(text.lastIndexOf('.') + 1);
        if (column.kind() == Kind.UUID && (UUID.contains(text) || UUID.contains(call))) {
            return new ColumnRule.AddressUuid(neverSet);
        }
        if (column.kind() == Kind.TEXT && UUID_TEXT.matcher(text).matches()) {
            return new ColumnRule.AddressUuid(neverSet);
        }
        Object value = value(column, text, now);
        if (value != null) {
            return new ColumnRule.Constant(value);
        }
        return text.startsWith("NULL") && !column.notNull() ? new ColumnRule.Null() : new ColumnRule.Server();
    }

    private static @Nullable Object value(ColumnSpec column, String text, Instant now) {
        if (NOW.contains(text)) {
            return switch (column.kind()) {
                case TIMESTAMPTZ, TIMESTAMP -> now;
                case DATE -> LocalDate.ofInstant(now, ZoneOffset.UTC);
                default -> null;
            };
        }
        if (column.kind() == Kind.BOOL && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if (column.kind() == Kind.ARRAY) {
            return text.startsWith("'{}'") || text.startsWith("ARRAY[]") ? List.of() : null;
        }
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return literal(column, quoted.group(1).replace("''", "'"));
        }
        Matcher number = NUMBER.matcher(text);
        return number.matches() ? literal(column, number.group(1)) : null;
    }

    private static @Nullable Object literal(ColumnSpec column, String text) {
        try {
            return switch (column.kind()) {
                case INT2, INT4, INT8, OID -> Long.valueOf(text);
                case NUMERIC -> new BigDecimal(text);
                case FLOAT4, FLOAT8 -> Double.valueOf(text);
                case TEXT, JSON, JSONB -> text;
                case BOOL ->
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "t", "true" -> true;
                        case "f", "false" -> false;
                        default -> null;
                    };
                case ENUM ->
                    column.constants().stream()
                            .filter(c -> c.label().equals(text))
                            .findFirst()
                            .orElse(null);
                default -> null;
            };
        } catch (NumberFormatException notANumber) {
            return null; // 'NaN', '0x10', or a special value: the server knows
        }
    }
}
