package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Texts;
import dev.seedplan.runtime.internal.regex.UnsupportedPatternException;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Evaluator;
import dev.seedplan.runtime.internal.types.SqlType;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How facts about a column of a type are understood. */
final class ColumnType {

    private static final Set<String> TEXTUAL = Set.of("text", "varchar", "bpchar", "citext", "name");

    private final SqlType type;
    private final String key;
    private final Evaluator evaluator;
    private final @Nullable Scale scale;
    private final @Nullable ColumnType element;

    ColumnType(SqlType type, Evaluator evaluator) {
        this.type = type;
        this.evaluator = evaluator;
        this.key = key(type);
        this.scale = Scale.of(type).orElse(null);
        this.element = bare(type) instanceof SqlType.ArrayOf array ? new ColumnType(array.element(), evaluator) : null;
    }

    /** {@return the type under all domains} */
    static SqlType bare(SqlType type) {
        SqlType bare = type;
        // A domain's own base may be a domain again.
        while (bare instanceof SqlType.Domain domain) {
            bare = domain.over();
        }
        return bare;
    }

    /** {@return what data of the type are marked with} */
    static String key(SqlType type) {
        SqlType base = bare(type);
        if (base instanceof SqlType.Scalar scalar) {
            return scalar.name().name();
        } else if (base instanceof SqlType.Enumerated labelled) {
            return labelled.name().name();
        } else if (base instanceof SqlType.Composite composite) {
            return composite.name().name();
        } else if (base instanceof SqlType.Range range) {
            return range.name().name();
        }
        return key(((SqlType.ArrayOf) base).element()) + "[]";
    }

    SqlType type() {
        return type;
    }

    String key() {
        return key;
    }

    Optional<Scale> scale() {
        return Optional.ofNullable(scale);
    }

    Optional<ColumnType> element() {
        return Optional.ofNullable(element);
    }

    boolean isText() {
        return TEXTUAL.contains(key);
    }

    boolean isBytes() {
        return key.equals("bytea");
    }

    boolean isJson() {
        return key.equals("jsonb") || key.equals("json");
    }

    boolean isBoolean() {
        return key.equals("bool");
    }

    Datum datum(@Nullable Object value) {
        return new Datum(key, value);
    }

    /** {@return the key of a constant as a value of this type, null if it is none or unknown here} */
    @Nullable
    Object keyOf(Datum constant) {
        // A fraction stays one beside an integer column, so that it equals no value of it.
        boolean number = scale != null && constant.value() instanceof Number;
        Datum cast = number ? constant : evaluator.cast(constant, key);
        return cast.value() == null ? null : keyOfValue(cast.value());
    }

    /** {@return the key of a value of this type} */
    @Nullable
    Object keyOfValue(Object value) {
        if (scale != null) {
            BigDecimal position = scale.position(value);
            return position == null ? null : normal(position);
        } else if (value instanceof String text) {
            return key.equals("bpchar") ? text.stripTrailing() : key.equals("citext") ? folded(text) : text;
        }
        return value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static BigDecimal normal(BigDecimal position) {
        return position.signum() == 0 ? BigDecimal.ZERO : position.stripTrailingZeros();
    }

    /** {@return the value of a key, null where the type has none there, such as half a boolean} */
    @Nullable
    Object valueOfKey(Object valueKey) {
        if (scale == null || !(valueKey instanceof BigDecimal position)) {
            return isBytes() ? java.util.HexFormat.of().parseHex(valueKey.toString()) : valueKey;
        }
        if (!scale.limits().contains(position)) {
            return null;
        }
        BigDecimal step = scale.step();
        boolean onGrid = step == null || position.remainder(step).signum() == 0;
        return onGrid ? scale.value(position) : null;
    }

    /** What the type itself says. */
    Facts ownFacts() {
        Facts facts = Facts.ANY;
        if (scale != null) {
            facts = Facts.of(scale.limits());
        }
        if (bare(type) instanceof SqlType.Scalar scalar && (scalar.is("varchar") || scalar.is("bpchar"))) {
            int most = scalar.modifier() >= 4 ? scalar.modifier() - 4 : scalar.is("bpchar") ? 1 : Integer.MAX_VALUE;
            facts = Facts.of(TextFacts.length(0, most));
        } else if (key.equals("name")) {
            facts = Facts.of(TextFacts.bytes(0, 63));
        }
        return facts;
    }

    /** {@return the same facts made plainer, NULL where no value is left; null where they contradict} */
    @Nullable
    Facts refined(Facts facts) {
        if (facts.nullness() == Nullness.NULL) {
            return facts;
        }
        Facts result = facts;
        Set<Object> in = facts.in();
        if (in == null && scale != null && (scale.kind() == Scale.Kind.LABEL || scale.kind() == Scale.Kind.BOOLEAN)) {
            in = all(Objects.requireNonNull(scale.limits().high()).intValue());
        }
        if (in != null) {
            Set<Object> kept = new LinkedHashSet<>();
            in.stream().filter(value -> allows(facts, value)).forEach(kept::add);
            result = facts.withIn(kept);
        }
        if (!hasValues(result)) {
            Nullness nullness = result.nullness().and(Nullness.NULL);
            return nullness == null ? null : result.with(nullness);
        }
        return result;
    }

    private static Set<Object> all(int last) {
        Set<Object> all = new LinkedHashSet<>();
        for (int i = 0; i <= last; i++) {
            all.add(normal(BigDecimal.valueOf(i)));
        }
        return all;
    }

    /** Whether a key meets everything but the nullness and the tests. */
    private boolean allows(Facts facts, Object value) {
        Set<Object> in = facts.in();
        if ((in != null && !in.contains(value)) || facts.notIn().contains(value)) {
            return false;
        } else if (value instanceof BigDecimal position && scale != null) {
            return facts.span().contains(position) && valueOfKey(position) != null;
        } else if (value instanceof String text && isText() && !facts.text().isAny()) {
            return !Boolean.FALSE.equals(inText(facts.text(), text));
        }
        return true;
    }

    private static @Nullable Boolean inText(TextFacts facts, String text) {
        int bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        int length = text.codePointCount(0, text.length());
        if (bytes < facts.minBytes() || bytes > facts.maxBytes() || length < facts.min() || length > facts.max()) {
            return false;
        }
        if (facts.language().isAnything()) {
            return true;
        }
        TextFacts free = TextFacts.of(facts.language());
        return free.texts().contains(text);
    }

    private boolean hasValues(Facts facts) {
        Set<Object> in = facts.in();
        if (in != null) {
            return !in.isEmpty();
        } else if (scale != null) {
            return !scale.isEmpty(facts.span()) && !allForbidden(facts, scale);
        } else if (isText() || isBytes()) {
            TextFacts text = facts.text();
            if (text.shortest() > text.longest() && text.min() > text.max()) {
                return false;
            }
            try {
                return text.language().isAnything()
                        || !text.language().isExact()
                        || !text.texts().isEmpty();
            } catch (UnsupportedPatternException e) {
                return true;
            }
        } else if (element != null) {
            return ListValues.possible(facts.list(), element);
        }
        return !isJson() || !facts.json().types().isEmpty();
    }

    private static boolean allForbidden(Facts facts, Scale scale) {
        BigDecimal first = scale.first(facts.span());
        BigDecimal last = scale.last(facts.span());
        BigDecimal step = scale.step();
        if (first == null || last == null || step == null || facts.notIn().isEmpty()) {
            return false;
        }
        BigDecimal count = last.subtract(first).divide(step).add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(facts.notIn().size())) > 0) {
            return false;
        }
        for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(step)) {
            if (!facts.notIn().contains(normal(at))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a value that is not NULL meets the facts, tests left aside; null where the server decides} */
    @Nullable
    Boolean meets(Facts facts, Object value) {
        Object valueKey = keyOfValue(value);
        if (valueKey == null) {
            // Infinity lies in no range that has an end there.
            return facts.isFree() ? Boolean.TRUE : null;
        }
        if (!allows(facts, valueKey)) {
            return false;
        }
        if (value instanceof String text && isText()) {
            return inText(facts.text(), text);
        } else if (value instanceof byte[] bytes) {
            return bytes.length >= facts.text().minBytes()
                    && bytes.length <= facts.text().maxBytes();
        } else if (value instanceof List<?> list && element != null) {
            return ListValues.meets(facts.list(), list, element);
        }
        return (value instanceof String json && isJson()) ? JsonValues.meets(facts.json(), json) : Boolean.TRUE;
    }

    Texts texts(Facts facts) {
        return facts.text().texts();
    }
}
