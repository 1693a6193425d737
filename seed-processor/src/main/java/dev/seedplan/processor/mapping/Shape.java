package dev.seedplan.processor.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value of an expression is.
 *
 * @param kind its kind
 * @param item of a list what its values are; null otherwise
 * @param java of an enum or another class that class; null otherwise
 */
record Shape(Kind kind, @Nullable Shape item, @Nullable TypeName java) {

    /** The kinds; {@code toMethod} is the conversion that leads there, empty where none does. */
    enum Kind {
        TEXT("a text", "toText"),
        INTEGER("a whole number", "toInteger"),
        LONG("a whole number", "toLong"),
        DOUBLE("a number", "toDouble"),
        DECIMAL("a number", "toDecimal"),
        BOOLEAN("true or false", "toBoolean"),
        DATE("a date", "toDate"),
        TIME("a time of day", "toTime"),
        OFFSET_TIME("a time of day", "toOffsetTime"),
        DATE_TIME("a date and time", "toDateTime"),
        INSTANT("a date and time", "toInstant"),
        DURATION("a length of time", "toDuration"),
        UUID("a UUID", "toUuid"),
        BYTES("bytes", "toBytes"),
        JSON("JSON", "toJson"),
        ENUM("one of an enum's labels", "toEnum"),
        LIST("a list", "toList"),
        MAP("a map", ""),
        /** A value of any kind. */
        ANY("a value", ""),
        /** A class the mapping knows nothing about. */
        OTHER("an object", "");

        private final String said;
        private final String toMethod;

        Kind(String said, String toMethod) {
            this.said = said;
            this.toMethod = toMethod;
        }

        String toMethod() {
            return toMethod;
        }

        boolean number() {
            return this == INTEGER || this == LONG || this == DOUBLE || this == DECIMAL;
        }

        boolean day() {
            return this == DATE || this == DATE_TIME || this == INSTANT;
        }
    }

    private static final Map<Kind, ClassName> CLASSES = Map.ofEntries(
            Map.entry(Kind.TEXT, ClassName.get(String.class)),
            Map.entry(Kind.JSON, ClassName.get(String.class)),
            Map.entry(Kind.INTEGER, ClassName.get(Integer.class)),
            Map.entry(Kind.LONG, ClassName.get(Long.class)),
            Map.entry(Kind.DOUBLE, ClassName.get(Double.class)),
            Map.entry(Kind.DECIMAL, ClassName.get("java.math", "BigDecimal")),
            Map.entry(Kind.BOOLEAN, ClassName.get(Boolean.class)),
            Map.entry(Kind.DATE, ClassName.get("java.time", "LocalDate")),
            Map.entry(Kind.TIME, ClassName.get("java.time", "LocalTime")),
            Map.entry(Kind.OFFSET_TIME, ClassName.get("java.time", "OffsetTime")),
            Map.entry(Kind.DATE_TIME, ClassName.get("java.time", "LocalDateTime")),
            Map.entry(Kind.INSTANT, ClassName.get("java.time", "Instant")),
            Map.entry(Kind.DURATION, ClassName.get("java.time", "Duration")),
            Map.entry(Kind.UUID, ClassName.get("java.util", "UUID")),
            Map.entry(Kind.ANY, ClassName.get(Object.class)));

    static final Shape TEXT = of(Kind.TEXT);
    static final Shape INTEGER = of(Kind.INTEGER);
    static final Shape LONG = of(Kind.LONG);
    static final Shape DECIMAL = of(Kind.DECIMAL);
    static final Shape BOOLEAN = of(Kind.BOOLEAN);
    static final Shape DURATION = of(Kind.DURATION);
    static final Shape ANY = of(Kind.ANY);

    static Shape of(Kind kind) {
        return new Shape(kind, null, null);
    }

    static Shape listOf(Shape item) {
        return new Shape(Kind.LIST, item, null);
    }

    static Shape enumOf(TypeName type) {
        return new Shape(Kind.ENUM, null, type);
    }

    static Shape other(TypeName type) {
        return new Shape(Kind.OTHER, null, type);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    Shape itemOrText() {
        return item == null ? TEXT : item;
    }

    /** {@return the Java type, boxed} */
    TypeName type() {
        if (java != null) {
            return java;
        }
        return switch (kind) {
            case LIST ->
                ParameterizedTypeName.get(
                        ClassName.get(List.class), itemOrText().type());
            case MAP ->
                ParameterizedTypeName.get(
                        ClassName.get(Map.class), ClassName.get(String.class), ClassName.get(String.class));
            case BYTES -> com.palantir.javapoet.ArrayTypeName.of(TypeName.BYTE);
            default -> CLASSES.getOrDefault(kind, ClassName.get(Object.class));
        };
    }

    /** {@return it for messages} */
    String said() {
        return kind == Kind.OTHER || kind == Kind.ENUM ? "a " + type() : kind.said;
    }
}
