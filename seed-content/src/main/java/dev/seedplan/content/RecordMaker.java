package dev.seedplan.content;

import dev.seedplan.spi.AssetSource.Pool;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the same shape as those of a pool, component by component.
 *
 * @param <A> the record
 */
final class RecordMaker<A> {

    private final Constructor<A> constructor;
    private final List<Mixture> mixtures = new ArrayList<>();

    /**
     * Looks at the records there are.
     *
     * @throws Refused if there are none to go by, or the record cannot be reached
     */
    RecordMaker(Class<A> type, Pool<A> pool, long seed) {
        if (pool.size() == 0) {
            throw new Refused(ContentError.CANNOT_MAKE, 0, "there is none to go by");
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            for (RecordComponent component : components) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < pool.size(); i++) {
                    values.add(accessor.invoke(pool.get(i)));
                }
                mixtures.add(new Mixture(seed, component.getName(), values));
            }
        } catch (ReflectiveOperationException e) {
            throw cannot(type, e);
        }
    }

    /**
     * {@return a made record}
     *
     * @throws Refused if its constructor refuses it
     */
    A at(int number) {
        try {
            return constructor.newInstance(
                    mixtures.stream().map(mixture -> mixture.at(number)).toArray());
        } catch (ReflectiveOperationException e) {
            throw cannot(constructor.getDeclaringClass(), e);
        }
    }

    private static Refused cannot(Class<?> type, ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
        return new Refused(
                ContentError.CANNOT_MAKE,
                0,
                "the record " + type.getSimpleName() + " refuses: " + Shown.firstLine(cause.toString()),
                cause);
    }
}
