package dev.seedplan.content;

import dev.seedplan.ConvertedBy;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A component whose value a class of the plan's author makes. */
final class Converted implements Target {

    private final Function<String, ?> function;
    private final Class<?> boxed;
    private final @Nullable Class<?> primitive;

    private Converted(Function<String, ?> function, Class<?> type) {
        this.function = function;
        this.boxed = MethodType.methodType(type).wrap().returnType();
        this.primitive = type.isPrimitive() ? type : null;
    }

    /**
     * {@return the target of a component with {@link ConvertedBy}}
     *
     * @throws Refused if there can be no instance of the class
     */
    static Target of(Class<? extends Function<String, ?>> converter, Class<?> type, String owner) {
        try {
            Constructor<? extends Function<String, ?>> constructor = converter.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new Converted(constructor.newInstance(), type);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new Refused(
                    ContentError.BAD_RECORD,
                    0,
                    owner + " is @ConvertedBy " + converter.getName() + ", of which no instance can be made without"
                            + " arguments: " + Shown.firstLine(e.toString()),
                    e);
        }
    }

    @Override
    public Object from(Value value, String field, String owner) {
        if (!(value instanceof Value.Scalar scalar)) {
            throw wrong(value, field, owner);
        }
        Object made;
        try {
            made = function.apply(scalar.text());
        } catch (RuntimeException e) {
            throw new Refused(
                    ContentError.NOT_CONVERTED,
                    value.line(),
                    "field " + Shown.quoted(field) + " is " + value.shown() + ", for which the converter of " + owner
                            + " threw " + Shown.firstLine(e.toString()),
                    e);
        }
        if (!boxed.isInstance(made)) {
            throw new Refused(
                    ContentError.BAD_RECORD,
                    value.line(),
                    "the converter of " + owner + " gave "
                            + (made == null ? "null" : "a " + made.getClass().getSimpleName()) + " for "
                            + value.shown());
        }
        return made;
    }

    @Override
    public String wanted() {
        return "a single value, which is converted";
    }

    @Override
    public @Nullable String neverAbsent() {
        return primitive == null ? null : "it is of type " + primitive + ", which cannot be null";
    }
}
