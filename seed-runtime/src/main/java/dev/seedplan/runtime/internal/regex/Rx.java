package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A regular expression with intersection and complement, simplified as it is made, so that equal ones are mostly alike. */
// Some objects exist once.
@SuppressWarnings({"EnumOrdinal", "ReferenceEquality"})
final class Rx {

    enum Kind {
        NOTHING,
        EMPTY,
        CHARS,
        CONCAT,
        OR,
        AND,
        NOT,
        REPEAT,
        /** What stands for its own meaning, which contains it behind at least one character. */
        LOOP
    }

    static final Rx NOTHING = new Rx(Kind.NOTHING, CharSet.NONE, List.of(), 0, 0, false);
    static final Rx EMPTY = new Rx(Kind.EMPTY, CharSet.NONE, List.of(), 0, 0, true);

    /** Every text, with markers too. */
    static final Rx ALL = new Rx(Kind.REPEAT, CharSet.NONE, List.of(chars(CharSet.MARKED)), 0, Integer.MAX_VALUE, true);

    private static final Comparator<Rx> BY_HASH = Comparator.comparingInt(rx -> rx.hash);

    final Kind kind;
    final CharSet set;
    final List<Rx> parts;
    final int min;
    final int max;
    private final boolean nullable;
    private final int hash;
    private @Nullable Supplier<Rx> loop;
    private @Nullable Rx meaning;

    private Rx(Kind kind, CharSet set, List<Rx> parts, int min, int max, boolean nullable) {
        this.kind = kind;
        this.set = set;
        this.parts = parts;
        this.min = min;
        this.max = max;
        this.nullable = nullable;
        // Not Objects.hash of the enum, whose hash differs from run to run.
        this.hash = kind == Kind.LOOP ? 17 : Objects.hash(kind.ordinal(), set, parts, min, max);
    }

    static Rx chars(CharSet set) {
        return set.isEmpty() ? NOTHING : new Rx(Kind.CHARS, set, List.of(), 0, 0, false);
    }

    static Rx literal(String text) {
        Rx rx = EMPTY;
        int[] points = text.codePoints().toArray();
        for (int i = points.length - 1; i >= 0; i--) {
            rx = concat(chars(CharSet.of(points[i])), rx);
        }
        return rx;
    }

    static Rx concat(Rx first, Rx second) {
        if (first == NOTHING || second == NOTHING) {
            return NOTHING;
        } else if (first == EMPTY) {
            return second;
        } else if (second == EMPTY
                || (first == ALL && second.isNullable() && second.kind != Kind.LOOP && second == ALL)) {
            return first;
        } else if (second == ALL && first.isNullable()) {
            return ALL;
        } else if (first.kind == Kind.CONCAT) {
            return concat(first.parts.get(0), concat(first.parts.get(1), second));
        }
        return new Rx(
                Kind.CONCAT, CharSet.NONE, List.of(first, second), 0, 0, first.isNullable() && second.isNullable());
    }

    static Rx or(List<Rx> of) {
        Set<Rx> parts = new LinkedHashSet<>();
        CharSet chars = CharSet.NONE;
        boolean empty = false;
        for (Rx outer : of) {
            for (Rx rx : outer.kind == Kind.OR ? outer.parts : List.of(outer)) {
                if (rx == ALL) {
                    return ALL;
                } else if (rx.kind == Kind.CHARS) {
                    chars = chars.or(rx.set);
                } else if (rx == EMPTY) {
                    empty = true;
                } else if (rx != NOTHING) {
                    parts.add(rx);
                }
            }
        }
        if (!chars.isEmpty()) {
            parts.add(chars(chars));
        }
        if (empty && parts.stream().noneMatch(Rx::isNullable)) {
            parts.add(EMPTY);
        } else if (empty && parts.isEmpty()) {
            return EMPTY;
        }
        return collected(Kind.OR, parts, NOTHING);
    }

    static Rx and(List<Rx> of) {
        Set<Rx> parts = new LinkedHashSet<>();
        for (Rx outer : of) {
            for (Rx rx : outer.kind == Kind.AND ? outer.parts : List.of(outer)) {
                if (rx == NOTHING) {
                    return NOTHING;
                } else if (rx != ALL) {
                    parts.add(rx);
                }
            }
        }
        if (parts.contains(EMPTY)) {
            return parts.stream().allMatch(Rx::isNullable) ? EMPTY : NOTHING;
        }
        return collected(Kind.AND, parts, ALL);
    }

    private static Rx collected(Kind kind, Set<Rx> parts, Rx none) {
        if (parts.isEmpty()) {
            return none;
        }
        List<Rx> sorted = new ArrayList<>(parts);
        if (sorted.size() == 1) {
            return sorted.get(0);
        }
        sorted.sort(BY_HASH);
        boolean nullable = kind == Kind.OR
                ? sorted.stream().anyMatch(Rx::isNullable)
                : sorted.stream().allMatch(Rx::isNullable);
        return new Rx(kind, CharSet.NONE, List.copyOf(sorted), 0, 0, nullable);
    }

    static Rx not(Rx of) {
        if (of.kind == Kind.NOT) {
            return of.parts.get(0);
        } else if (of == NOTHING) {
            return ALL;
        } else if (of == ALL) {
            return NOTHING;
        }
        return new Rx(Kind.NOT, CharSet.NONE, List.of(of), 0, 0, !of.isNullable());
    }

    /** @param max {@code Integer.MAX_VALUE} for no limit */
    static Rx repeat(Rx of, int min, int max) {
        if (max == 0 || of == EMPTY || (of == NOTHING && min == 0)) {
            return EMPTY;
        } else if (of == NOTHING || (min == 1 && max == 1)) {
            return of;
        } else if (of == ALL) {
            return ALL;
        }
        int least = of.isNullable() ? 0 : min;
        boolean twice = of.kind == Kind.REPEAT && of.min == 0 && of.max == Integer.MAX_VALUE;
        if (twice) {
            return of;
        }
        return new Rx(Kind.REPEAT, CharSet.NONE, List.of(of), least, max, least == 0);
    }

    /** {@return something whose meaning is looked at later and may contain it} */
    static Rx loop(boolean nullable, java.util.function.UnaryOperator<Rx> meaning) {
        Rx loop = new Rx(Kind.LOOP, CharSet.NONE, List.of(), 0, 0, nullable);
        loop.loop = () -> meaning.apply(loop);
        return loop;
    }

    Rx meaning() {
        if (meaning == null) {
            meaning = Objects.requireNonNull(loop).get();
        }
        return meaning;
    }

    /** {@return whether the empty text is in it} */
    boolean isNullable() {
        return nullable;
    }

    @Override
    public boolean equals(Object object) {
        if (this == object) {
            return true;
        }
        return object instanceof Rx other
                && hash == other.hash
                && kind == other.kind
                && kind != Kind.LOOP
                && min == other.min
                && max == other.max
                && set.equals(other.set)
                && parts.equals(other.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return kind + (kind == Kind.CHARS ? set.toString() : "") + (kind == Kind.REPEAT ? min + "," + max : "") + parts;
    }
}
