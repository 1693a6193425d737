package dev.seedplan.content;

import dev.seedplan.Assets;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How values become a record: made once for a pool, used for each asset. Fields no component takes are passed over.
 *
 * @param <A> the record
 */
final class RecordShape<A> {

    private final Constructor<A> constructor;
    private final List<Component> components;

    /** Makes one; the list may still be filled afterwards, so that a record can hold records of its own type. */
    RecordShape(Constructor<A> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /**
     * {@return the shape of a record}
     *
     * @throws Refused if files of that format cannot be bound to it
     */
    static <A> RecordShape<A> of(Class<A> type, Assets.Format format) {
        return new RecordShapes(format).of(type);
    }

    /**
     * {@return the record, null if something was wrong}
     *
     * @param origin where the asset comes from
     * @param refused takes everything that is wrong
     */
    @Nullable
    A bind(Value.Fields fields, Origin origin, Consumer<Refused> refused) {
        @Nullable Object[] values = new Object[components.size()];
        boolean bound = true;
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = components.get(i).value(fields, origin, "");
            } catch (Refused e) {
                refused.accept(e);
                bound = false;
            }
        }
        if (bound) {
            try {
                return make(values, fields.line());
            } catch (Refused e) {
                refused.accept(e);
            }
        }
        return null;
    }

    /** {@return the record of an object within another; the first thing wrong is thrown} */
    A nested(Value.Fields fields, String path) {
        @Nullable Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = components.get(i).value(fields, null, path);
        }
        return make(values, fields.line());
    }

    /** {@return whether a component is the body} */
    boolean takesBody() {
        return components.stream().anyMatch(component -> component.target() instanceof Target.BodyText);
    }

    /**
     * {@return whether all components that need a field have one}
     *
     * @param names the fields that every asset of a file has
     * @param line where they are named
     * @param refused takes everything that is wrong
     */
    boolean fits(Collection<String> names, long line, Consumer<Refused> refused) {
        boolean fits = true;
        for (Component component : components) {
            try {
                component.requireIn(names, line);
            } catch (Refused e) {
                refused.accept(e);
                fits = false;
            }
        }
        return fits;
    }

    private A make(@Nullable Object[] values, long line) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Refused(
                    ContentError.RECORD_REFUSED,
                    line,
                    "the constructor of record " + name() + " threw " + Shown.firstLine(cause.toString()),
                    cause);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("record " + name() + " was checked to be constructible", e);
        }
    }

    private String name() {
        return constructor.getDeclaringClass().getSimpleName();
    }
}
