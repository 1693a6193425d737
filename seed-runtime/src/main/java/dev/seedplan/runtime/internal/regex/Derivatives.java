package dev.seedplan.runtime.internal.regex;

import java.util.HashMap;
import java.util.Map;

/** What is left of a regular expression once a character is taken from an end. */
// Branches that return early read better as statements. Some objects exist once.
@SuppressWarnings({"ReferenceEquality", "StatementSwitchToExpressionSwitch"})
final class Derivatives {

    private Derivatives() {}

    /** {@return the texts that follow {@code c} in texts of it} */
    static Rx after(Rx rx, int c) {
        switch (rx.kind) {
            case NOTHING, EMPTY:
                return Rx.NOTHING;
            case CHARS:
                return rx.set.contains(c) ? Rx.EMPTY : Rx.NOTHING;
            case CONCAT:
                Rx first = rx.parts.get(0);
                Rx second = rx.parts.get(1);
                Rx taken = Rx.concat(after(first, c), second);
                return first.isNullable() ? Rx.or(java.util.List.of(taken, after(second, c))) : taken;
            case OR:
                return Rx.or(rx.parts.stream().map(part -> after(part, c)).toList());
            case AND:
                return Rx.and(rx.parts.stream().map(part -> after(part, c)).toList());
            case NOT:
                return Rx.not(after(rx.parts.get(0), c));
            case REPEAT:
                if (rx == Rx.ALL) {
                    return rx;
                }
                Rx one = after(rx.parts.get(0), c);
                return one == Rx.NOTHING ? one : Rx.concat(one, oneLess(rx));
            default:
                return after(rx.meaning(), c);
        }
    }

    private static Rx oneLess(Rx repeat) {
        int max = repeat.max == Integer.MAX_VALUE ? repeat.max : repeat.max - 1;
        return Rx.repeat(repeat.parts.get(0), Math.max(0, repeat.min - 1), max);
    }

    /** {@return the texts that come before {@code c} in texts of it, where {@code c} is only ever last} */
    static Rx before(Rx rx, int c) {
        return before(rx, c, new HashMap<>());
    }

    private static Rx before(Rx rx, int c, Map<Rx, Rx> loops) {
        switch (rx.kind) {
            case NOTHING, EMPTY:
                return Rx.NOTHING;
            case CHARS:
                return rx.set.contains(c) ? Rx.EMPTY : Rx.NOTHING;
            case CONCAT:
                Rx first = rx.parts.get(0);
                Rx second = rx.parts.get(1);
                Rx taken = Rx.concat(first, before(second, c, loops));
                return second.isNullable() ? Rx.or(java.util.List.of(taken, before(first, c, loops))) : taken;
            case OR:
                return Rx.or(
                        rx.parts.stream().map(part -> before(part, c, loops)).toList());
            case AND:
                return Rx.and(
                        rx.parts.stream().map(part -> before(part, c, loops)).toList());
            case NOT:
                return Rx.not(before(rx.parts.get(0), c, loops));
            case REPEAT:
                return rx == Rx.ALL ? rx : Rx.concat(oneLess(rx), before(rx.parts.get(0), c, loops));
            default:
                Rx known = loops.get(rx);
                if (known != null) {
                    return known;
                }
                boolean ends = after(rx.meaning(), c).isNullable();
                Rx loop = Rx.loop(ends, self -> before(rx.meaning(), c, loops));
                loops.put(rx, loop);
                return loop;
        }
    }
}
