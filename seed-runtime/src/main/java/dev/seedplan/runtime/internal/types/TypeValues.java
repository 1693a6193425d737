package dev.seedplan.runtime.internal.types;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plausible values for a type of which nothing else is known: numbers to ten thousand, words, moments of the last three
 * years. They keep every limit the type itself declares. Checks of domains are not looked at, unless a caller who can
 * solve them says how.
 */
public final class TypeValues {

    private final Map<String, Function<SqlType.Scalar, ValueSource>> builtIn = new HashMap<>();
    private final Map<String, Function<SqlType.Scalar, ValueSource>> extensions = ExtensionSources.all();
    private final Function<SqlType.Domain, Optional<ValueSource>> domains;

    /**
     * Values before an instant, those of domains being any of their base type.
     *
     * @param now the plan's instant; times are before it
     */
    public TypeValues(Instant now) {
        this(now, domain -> Optional.empty());
    }

    /**
     * Values before an instant.
     *
     * @param now the plan's instant; times are before it
     * @param domains values that meet a domain's checks; empty for any of its base type. Asked for domains inside arrays,
     *     composites and ranges too
     */
    public TypeValues(Instant now, Function<SqlType.Domain, Optional<ValueSource>> domains) {
        this.domains = domains;
        builtIn.putAll(NumberSources.all());
        builtIn.putAll(TextSources.all());
        builtIn.putAll(new TimeSources(now).all());
        builtIn.putAll(DocumentSources.all());
        builtIn.putAll(GeometrySources.all());
        builtIn.putAll(CatalogSources.all());
    }

    /** {@return what makes values of a type, arrays with one dimension; empty if nobody knows how, see {@link #refusal}} */
    public Optional<ValueSource> source(SqlType type) {
        if (type instanceof SqlType.Scalar scalar) {
            return Optional.ofNullable(scalar(scalar)).map(sized -> sized.apply(scalar));
        } else if (type instanceof SqlType.Domain domain) {
            return domains.apply(domain).or(() -> source(domain.over()));
        } else if (type instanceof SqlType.Enumerated labelled) {
            List<String> labels = labelled.labels();
            return labels.isEmpty()
                    ? Optional.empty()
                    : Optional.of(draws -> labels.get((int) draws.below(labels.size())));
        } else if (type instanceof SqlType.ArrayOf array) {
            return source(array, 1);
        } else if (type instanceof SqlType.Range range) {
            return source(range.subtype()).map(bounds -> RangeSources.of(range, bounds));
        }
        return composite((SqlType.Composite) type);
    }

    /**
     * {@return what makes arrays of one to three elements, or of two by two and so on; empty if the element is unknown}
     *
     * @param type the array
     * @param dimensions 1 to 6, as many as PostgreSQL knows; an array of a domain over arrays always has one
     */
    public Optional<ValueSource> source(SqlType.ArrayOf type, int dimensions) {
        if (dimensions < 1 || dimensions > 6) {
            throw new IllegalArgumentException("an array has 1 to 6 dimensions, not " + dimensions);
        }
        int depth = type.element().base() instanceof SqlType.ArrayOf ? 1 : dimensions;
        return source(type.element()).map(element -> draws -> {
            int size = depth == 1 ? 1 + (int) draws.of("size").below(3) : 2;
            return array(element, depth, size, draws);
        });
    }

    /**
     * {@return why there are no values of a type, as a sentence about it; empty if there are}
     *
     * @param type for example a column's
     */
    public Optional<String> refusal(SqlType type) {
        if (source(type).isPresent()) {
            return Optional.empty();
        } else if (type instanceof SqlType.Domain domain) {
            return refusal(domain.over());
        } else if (type instanceof SqlType.ArrayOf array) {
            return refusal(array.element());
        } else if (type instanceof SqlType.Range range) {
            return refusal(range.subtype());
        } else if (type instanceof SqlType.Composite composite) {
            return composite.attributes().stream()
                    .filter(attribute -> isRequired(attribute.type()))
                    .flatMap(attribute -> refusal(attribute.type()).stream())
                    .findFirst();
        } else if (type instanceof SqlType.Enumerated) {
            return Optional.of("the enum " + type.sql() + " has no labels");
        }
        SqlType.Scalar scalar = (SqlType.Scalar) type;
        boolean own = scalar.name().schema().equals("pg_catalog");
        String why = (own ? Unwritable.reason(scalar.name().name()) : Optional.<String>empty())
                .orElse(
                        scalar.extension() == null
                                ? "is not known here"
                                : "of the extension " + scalar.extension() + " is not known here");
        return Optional.of("the type " + type.sql() + " " + why);
    }

    private @Nullable Function<SqlType.Scalar, ValueSource> scalar(SqlType.Scalar type) {
        if (type.name().schema().equals("pg_catalog")) {
            return builtIn.get(type.name().name());
        }
        return type.extension() == null
                ? null
                : extensions.get(type.extension() + "." + type.name().name());
    }

    /** An attribute of an unknown type stays NULL. */
    private Optional<ValueSource> composite(SqlType.Composite type) {
        List<Optional<ValueSource>> sources = new ArrayList<>();
        for (SqlType.Attribute attribute : type.attributes()) {
            Optional<ValueSource> source = source(attribute.type());
            if (source.isEmpty() && isRequired(attribute.type())) {
                return Optional.empty();
            }
            sources.add(source);
        }
        return Optional.of(draws -> {
            List<@Nullable Object> values = new ArrayList<>(sources.size());
            for (int i = 0; i < sources.size(); i++) {
                int number = i;
                values.add(sources.get(i)
                        .<@Nullable Object>map(source -> source.at(draws.of(number)))
                        .orElse(null));
            }
            return CompositeText.of(type, values);
        });
    }

    private static boolean isRequired(SqlType type) {
        return type instanceof SqlType.Domain domain && (domain.notNull() || isRequired(domain.over()));
    }

    private static List<Object> array(ValueSource element, int dimensions, int size, Draws draws) {
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(dimensions == 1 ? element.at(draws.of(i)) : array(element, dimensions - 1, size, draws.of(i)));
        }
        return list;
    }
}
