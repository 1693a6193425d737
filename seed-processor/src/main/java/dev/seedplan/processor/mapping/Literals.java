package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** Literals, checked against what is wanted while the plan compiles. */
final class Literals {

    private Literals() {}

    /** {@return a number; as a text where one is wanted} */
    static Code number(Expression.Amount number, Shape wanted) {
        BigDecimal value = new BigDecimal(number.value());
        return switch (wanted.kind()) {
            case INTEGER -> Code.constant(wanted, "$L", exact(number, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> Code.constant(wanted, "$LL", exact(number, Long.MIN_VALUE, Long.MAX_VALUE));
            case DOUBLE -> Code.constant(wanted, "$L", value.doubleValue());
            case DECIMAL -> Code.constant(wanted, "new $T($S)", BigDecimal.class, value.toPlainString());
            default -> Coercion.to(natural(number, value), wanted, number.position());
        };
    }

    private static Code natural(Expression.Amount number, BigDecimal value) {
        boolean small = number.whole() && value.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return small
                ? Code.constant(Shape.INTEGER, "$L", value.intValueExact())
                : Code.constant(Shape.DECIMAL, "new $T($S)", BigDecimal.class, value.toPlainString());
    }

    private static long exact(Expression.Amount number, long least, long most) {
        BigDecimal value = new BigDecimal(number.value());
        if (!number.whole()
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Problem(
                    ProcessorError.MAPPING_TYPE,
                    number.position(),
                    number.value() + " is no whole number from " + least + " to " + most);
        }
        return value.longValueExact();
    }

    /** {@return a text; parsed now where something else is wanted} */
    static Code text(Expression.Text text, Shape wanted) {
        String value = text.value();
        try {
            return switch (wanted.kind()) {
                case DATE ->
                    Code.constant(
                            wanted,
                            "$T.parse($S)",
                            LocalDate.class,
                            LocalDate.parse(value).toString());
                case TIME ->
                    Code.constant(
                            wanted,
                            "$T.parse($S)",
                            LocalTime.class,
                            LocalTime.parse(value).toString());
                case INSTANT ->
                    Code.constant(
                            wanted,
                            "$T.parse($S)",
                            Instant.class,
                            instant(value).toString());
                case DATE_TIME ->
                    Code.constant(
                            wanted,
                            "$T.parse($S)",
                            LocalDateTime.class,
                            LocalDateTime.parse(value).toString());
                case UUID ->
                    Code.constant(
                            wanted,
                            "$T.fromString($S)",
                            UUID.class,
                            UUID.fromString(value).toString());
                case TEXT, ANY, JSON ->
                    new Code(literal(value), wanted.is(Shape.Kind.ANY) ? Shape.TEXT : wanted, false, "", null);
                case INTEGER, LONG, DOUBLE, DECIMAL, BOOLEAN ->
                    throw new Problem(
                            ProcessorError.MAPPING_TYPE,
                            text.position(),
                            "\"" + value + "\" is a text, and " + wanted.said() + " is wanted; leave the quotes out");
                default -> Coercion.to(new Code(literal(value), Shape.TEXT, false, "", null), wanted, text.position());
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem(
                    ProcessorError.MAPPING_TYPE, text.position(), "\"" + value + "\" is not " + wanted.said());
        }
    }

    private static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(java.time.ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static CodeBlock literal(String text) {
        return CodeBlock.of("$S", text);
    }
}
