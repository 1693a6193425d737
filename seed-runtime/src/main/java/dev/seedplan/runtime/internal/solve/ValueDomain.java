package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Texts;
import dev.seedplan.runtime.internal.regex.UnsupportedPatternException;
import dev.seedplan.runtime.internal.sql.Truth;
import dev.seedplan.spi.Mix;
import dev.seedplan.spi.Permutation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

/** The distinct values a column can have, numbered. Equal under the type's own equality means equal here. */
public final class ValueDomain {

    /** Sizes stop here: 2<sup>62</sup>. */
    public static final long MANY = Texts.MANY;

    /** Of a domain with conditions that are only tried, so many values are looked at. */
    private static final int MOST_TRIED = 50_000;

    private final long size;
    private final LongFunction<Object> values;
    private final ColumnType type;
    private final Facts facts;
    private final TableRules rules;

    private ValueDomain(long size, LongFunction<Object> values, ColumnType type, Facts facts, TableRules rules) {
        this.size = size;
        this.values = values;
        this.type = type;
        this.facts = facts;
        this.rules = rules;
    }

    static Optional<ValueDomain> of(ColumnType type, Facts facts, TableRules rules) {
        if (facts.nullness() == Nullness.NULL) {
            return Optional.of(new ValueDomain(0, n -> n, type, facts, rules));
        }
        Numbered all = numbered(type, facts, rules.now());
        if (all == null) {
            return Optional.empty();
        }
        ValueDomain domain = new ValueDomain(all.size, all.values, type, facts, rules);
        return Optional.of(facts.tests().isEmpty() ? domain : domain.tried());
    }

    /** A size and what is at each place. */
    record Numbered(long size, LongFunction<Object> values) {}

    static @org.jspecify.annotations.Nullable Numbered numbered(ColumnType type, Facts facts, Instant now) {
        Set<Object> in = facts.in();
        if (in != null) {
            List<Object> members = new ArrayList<>();
            for (Object key : in) {
                Object value = type.valueOfKey(key);
                if (value != null) {
                    members.add(value);
                }
            }
            return new Numbered(members.size(), n -> members.get((int) n));
        } else if (type.scale().isPresent()) {
            return NumberedPositions.of(type.scale().get(), facts, now);
        } else if (type.isText()) {
            return texts(type, facts);
        } else if (type.isBytes()) {
            int length = Math.max(facts.text().minBytes(), Math.min(facts.text().maxBytes(), 8));
            return new Numbered(length >= 8 ? MANY : 1L << (8 * length), n -> bytes(n, length));
        } else if (type.key().equals("uuid")) {
            return new Numbered(MANY, ValueDomain::uuid);
        } else if (type.key().equals("inet") || type.key().equals("cidr")) {
            return new Numbered(1L << 24, n -> "10." + (n >> 16) + "." + ((n >> 8) & 255) + "." + (n & 255) + "/32");
        } else if (type.element().isPresent()) {
            return lists(facts.list(), type.element().get(), now);
        } else if (type.isJson()
                && facts.json().members().isEmpty()
                && facts.json().types().contains("object")) {
            return new Numbered(MANY, n -> "{\"n\": " + n + "}");
        }
        return null;
    }

    private static @org.jspecify.annotations.Nullable Numbered texts(ColumnType type, Facts facts) {
        try {
            TextFacts text = facts.text();
            if (type.key().equals("citext") || type.key().equals("bpchar")) {
                // Texts that differ in case alone, or in blanks at the end, are equal.
                text = text.and(TextFacts.of(Words.distinct(type.key())));
            }
            Texts texts = text.language().isAnything() ? Words.texts(text) : text.texts();
            long size = texts.size();
            if (facts.notIn().isEmpty()) {
                return new Numbered(size, texts::at);
            }
            Texts left = text.and(TextFacts.of(Words.without(facts.notIn()))).texts();
            return new Numbered(left.size(), left::at);
        } catch (UnsupportedPatternException e) {
            return null;
        }
    }

    private static byte[] bytes(long n, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[length - 1 - i] = i < 8 ? (byte) (n >> (8 * i)) : 0;
        }
        return bytes;
    }

    private static Object uuid(long n) {
        long place = Permutation.at(0x5EED, MANY, n);
        long high = (Mix.mix(place) & ~0xF000L) | 0x4000L;
        return new UUID(high, place | 0x8000000000000000L);
    }

    private static @org.jspecify.annotations.Nullable Numbered lists(ListFacts facts, ColumnType element, Instant now) {
        Facts both = facts.elements().and(element.ownFacts());
        Facts each = both == null ? null : element.refined(both);
        Numbered elements = each == null ? null : numbered(element, each, now);
        if (elements == null || !facts.members().isEmpty()) {
            return null;
        }
        int length = Math.min(facts.max(), Math.max(1, facts.min()));
        long size = 1;
        for (int i = 0; i < length; i++) {
            size = elements.size != 0 && size > MANY / elements.size ? MANY : size * elements.size;
        }
        return new Numbered(size, n -> {
            List<Object> list = new ArrayList<>();
            long rest = n;
            for (int i = 0; i < length; i++) {
                list.add(elements.values.apply(rest % elements.size));
                rest /= elements.size;
            }
            return list;
        });
    }

    /** The values that pass the conditions that are only tried. */
    private ValueDomain tried() {
        List<Object> passed = new ArrayList<>();
        for (long n = 0; n < Math.min(size, MOST_TRIED); n++) {
            Object value = values.apply(n);
            if (passes(value)) {
                passed.add(value);
            }
        }
        return new ValueDomain(passed.size(), n -> passed.get((int) n), type, facts, rules);
    }

    private boolean passes(Object value) {
        return facts.tests().stream().allMatch(test -> {
            Truth truth = rules.evaluator().test(test.expr(), name -> type.datum(value));
            return Outcomes.allow(test.outcomes(), truth);
        });
    }

    /** {@return how many there are, at most {@link #MANY}} */
    public long size() {
        return size;
    }

    /** {@return the n-th of them, from 0; different for different n} */
    public Object at(long n) {
        if (n < 0 || n >= size) {
            throw new IndexOutOfBoundsException(n + " of " + size);
        }
        return values.apply(n);
    }

    /** {@return whether a value that is not NULL is allowed} */
    public boolean contains(Object value) {
        return !Boolean.FALSE.equals(type.meets(facts, value)) && passes(value);
    }
}
