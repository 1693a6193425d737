package dev.seedplan.processor.mapping;

import com.palantir.javapoet.CodeBlock;
import dev.seedplan.processor.ProcessorError;
import java.util.Set;

/** Brings a value to the shape that is wanted, with a conversion at run time where it takes one. */
final class Coercion {

    private static final Set<Shape.Kind> WRITTEN_AS_TEXT = Set.of(
            Shape.Kind.INTEGER,
            Shape.Kind.LONG,
            Shape.Kind.DOUBLE,
            Shape.Kind.DECIMAL,
            Shape.Kind.BOOLEAN,
            Shape.Kind.DATE,
            Shape.Kind.TIME,
            Shape.Kind.DATE_TIME,
            Shape.Kind.INSTANT,
            Shape.Kind.DURATION,
            Shape.Kind.UUID,
            Shape.Kind.ENUM,
            Shape.Kind.JSON,
            Shape.Kind.ANY);

    private Coercion() {}

    /**
     * {@return the value as it is wanted}
     *
     * @param position where it stands
     * @throws Problem if it never can be
     */
    static Code to(Code code, Shape wanted, Position position) {
        Shape from = code.shape();
        if (wanted.is(Shape.Kind.ANY) || same(from, wanted)) {
            return code;
        }
        if (!possible(from, wanted)) {
            boolean list = from.is(Shape.Kind.LIST);
            throw new Problem(
                    ProcessorError.MAPPING_TYPE,
                    position,
                    (code.field().isEmpty() ? "this" : code.field()) + " is " + from.said() + ", and " + wanted.said()
                            + " is wanted"
                            + (list
                                    ? "; take one of its values with pick(…) or first(…), or all with join(…, \", \")"
                                    : ""));
        }
        return new Code(conversion(code.java(), wanted, code.field()), wanted, code.nullable(), code.field(), null);
    }

    private static CodeBlock conversion(CodeBlock java, Shape wanted, String field) {
        return switch (wanted.kind()) {
            case ENUM -> CodeBlock.of("$T.toEnum($T.class, $L, $S)", Lines.CONVERSIONS, wanted.type(), java, field);
            case LIST ->
                CodeBlock.of(
                        "$T.<$T>toList($L, $S, item -> $L)",
                        Lines.CONVERSIONS,
                        wanted.itemOrText().type(),
                        java,
                        field,
                        conversion(CodeBlock.of("item"), wanted.itemOrText(), field));
            default ->
                CodeBlock.of("$T.$N($L, $S)", Lines.CONVERSIONS, wanted.kind().toMethod(), java, field);
        };
    }

    private static boolean same(Shape from, Shape wanted) {
        if (!from.is(wanted.kind())) {
            return false;
        }
        return switch (wanted.kind()) {
            case LIST -> same(from.itemOrText(), wanted.itemOrText());
            case ENUM, OTHER -> from.type().equals(wanted.type());
            default -> true;
        };
    }

    private static boolean possible(Shape from, Shape wanted) {
        Shape.Kind a = from.kind();
        if (a == Shape.Kind.OTHER || wanted.kind().toMethod().isEmpty()) {
            return false;
        }
        boolean text = a == Shape.Kind.TEXT || a == Shape.Kind.ANY;
        return switch (wanted.kind()) {
            case TEXT -> WRITTEN_AS_TEXT.contains(a);
            case INTEGER, LONG, DOUBLE, DECIMAL -> text || a.number();
            case DATE, DATE_TIME, INSTANT -> text || a.day();
            case TIME, OFFSET_TIME -> text || a == Shape.Kind.TIME;
            case ENUM -> text || a == Shape.Kind.ENUM;
            case JSON -> true;
            case LIST ->
                a == Shape.Kind.LIST
                        ? possible(from.itemOrText(), wanted.itemOrText())
                                || same(from.itemOrText(), wanted.itemOrText())
                        : possible(from, wanted.itemOrText()) || same(from, wanted.itemOrText());
            default -> text;
        };
    }
}
