package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.Body;
import dev.seedplan.ConvertedBy;
import dev.seedplan.Default;
import dev.seedplan.Named;
import dev.seedplan.Required;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the shapes of a record and of those it holds, for one format. */
final class RecordShapes {

    private final Assets.Format format;
    private final Map<Class<?>, RecordShape<?>> made = new HashMap<>();
    private @Nullable Class<?> outermost;

    RecordShapes(Assets.Format format) {
        this.format = format;
    }

    <A> RecordShape<A> of(Class<A> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw bad("type " + type.getName() + " is no record");
        }
        List<Component> components = new ArrayList<>();
        RecordShape<A> shape = new RecordShape<>(constructor(type, parts), components);
        made.put(type, shape);
        if (outermost == null) {
            outermost = type;
        }
        boolean hasBody = false;
        for (RecordComponent part : parts) {
            String owner = "component " + part.getName() + " of record " + type.getSimpleName();
            boolean body = part.isAnnotationPresent(Body.class);
            if (body && hasBody) {
                throw bad("record " + type.getSimpleName() + " has more than one @Body");
            }
            hasBody |= body;
            List<String> names = names(part);
            if (type != outermost && (body || names.get(0).startsWith("$"))) {
                throw bad(owner + " takes what belongs to the file, but its record is one within another");
            }
            Target target = body ? body(part, owner) : target(part, owner);
            components.add(new Component(
                    owner, names, part.isAnnotationPresent(Required.class), target, otherwise(part, target, owner)));
        }
        return shape;
    }

    private static <A> Constructor<A> constructor(Class<A> type, RecordComponent[] parts) {
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<A> constructor = type.getDeclaredConstructor(types);
            // Records declared in a plan are seldom public.
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record without its canonical constructor: " + type, e);
        } catch (InaccessibleObjectException e) {
            throw bad("record " + type.getSimpleName() + " is in a package that module "
                    + type.getModule().getName() + " does not open to dev.seedplan.content");
        }
    }

    private static @Nullable Object otherwise(RecordComponent part, Target target, String owner) {
        Default otherwise = part.getAnnotation(Default.class);
        if (otherwise == null) {
            return null;
        }
        if (part.isAnnotationPresent(Required.class) || target instanceof Target.BodyText) {
            throw bad(owner + " is never without a value, so its @Default says nothing");
        }
        try {
            return target.from(new Value.Scalar(Value.Kind.ANY, otherwise.value(), 0), "@Default", owner);
        } catch (Refused e) {
            throw bad(e.what());
        }
    }

    private Target target(RecordComponent part, String owner) {
        ConvertedBy converted = part.getAnnotation(ConvertedBy.class);
        if (converted == null) {
            return target(part.getGenericType(), owner);
        }
        return Converted.of(converted.value(), part.getType(), owner);
    }

    private Target body(RecordComponent part, String owner) {
        if (format != Assets.Format.MARKDOWN && format != Assets.Format.TEXT) {
            throw bad(owner + " is @Body, but " + format.name().toLowerCase(Locale.ROOT) + " has no body");
        }
        if (part.getType() != String.class) {
            throw bad(owner + " is @Body, and is no String");
        }
        return new Target.BodyText();
    }

    private Target target(Type type, String owner) {
        Target target = null;
        if (type instanceof Class<?> raw) {
            target = single(raw);
        } else if (type instanceof ParameterizedType generic) {
            target = generic(generic, owner);
        }
        if (target == null) {
            throw bad(owner + " is of type " + type.getTypeName() + ", which no value of "
                    + format.name().toLowerCase(Locale.ROOT) + " can be");
        }
        return target;
    }

    private @Nullable Target single(Class<?> type) {
        ScalarType scalar = type.isEnum() ? EnumType.of(type) : Scalars.of(type);
        if (scalar != null) {
            return new Target.Single(scalar, type.isPrimitive() ? type : null);
        }
        if (type.isRecord() && nests()) {
            RecordShape<?> shape = made.get(type);
            return new Target.Nested(shape == null ? of(type) : shape);
        }
        return null;
    }

    private @Nullable Target generic(ParameterizedType type, String owner) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class && format != Assets.Format.CSV && arguments[0] instanceof Class<?>) {
            return new Target.ListOf(target(arguments[0], owner));
        }
        boolean textsByName = type.getRawType() == Map.class
                && arguments[0] == String.class
                && arguments[1] == String.class
                && nests();
        return textsByName ? new Target.TextsByName() : null;
    }

    /** Whether a field of the format can have fields of its own. */
    private boolean nests() {
        return format == Assets.Format.JSON || format == Assets.Format.YAML || format == Assets.Format.MARKDOWN;
    }

    private static List<String> names(RecordComponent part) {
        Named named = part.getAnnotation(Named.class);
        return named == null ? FieldNames.of(part.getName()) : List.of(named.value());
    }

    private static Refused bad(String what) {
        return new Refused(ContentError.BAD_RECORD, 0, what);
    }
}
