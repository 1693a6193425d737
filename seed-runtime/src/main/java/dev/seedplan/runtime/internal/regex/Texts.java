package dev.seedplan.runtime.internal.regex;

import dev.seedplan.runtime.internal.types.Draws;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a language within a range of lengths: counted, numbered, drawn. Printable ASCII where the language has such
 * texts, else tabs and line ends too, else any character.
 */
public final class Texts {

    /** Counts stop here: 2<sup>62</sup>. */
    public static final long MANY = 1L << 62;

    /** Longer texts are not made unless the language has no others. */
    private static final int LONGEST = 8_192;

    private static final CharSet WITH_BLANKS =
            CharSet.PRINTABLE.or(CharSet.range('\t', '\n')).or(CharSet.of('\r'));

    private static final List<CharSet> PLEASANT = List.of(
            CharSet.LOWER.or(CharSet.DIGIT), CharSet.UPPER, CharSet.of(' ').not());

    private final Dfa dfa;
    private final int min;
    private final int max;
    /** By remaining length, by state: in how many ways a text can end. */
    private final List<long[]> ways = new ArrayList<>();

    private final Language whole;
    private @Nullable Dfa all;

    private Texts(Language whole, Dfa dfa, int min, int max) {
        this.whole = whole;
        this.dfa = dfa;
        this.min = min;
        this.max = max;
    }

    /**
     * {@return a language's texts of {@code min} to {@code max} characters}
     *
     * @throws UnsupportedPatternException if the automaton would be too large
     */
    public static Texts of(Language language, int min, int max) {
        for (CharSet alphabet : List.of(CharSet.PRINTABLE, WITH_BLANKS)) {
            Texts texts = new Texts(language, Dfa.of(language.rx(), alphabet), min, max);
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return new Texts(language, Dfa.of(language.rx(), CharSet.PLAIN), min, max);
    }

    static Texts of(Rx rx, int min, int max) {
        return new Texts(Language.anything(), Dfa.of(rx, CharSet.PRINTABLE), min, max);
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return dfa.isEmpty() || shortest(min) < 0;
    }

    /** {@return whether a text is in the language and of the right length; null where the server's locale decides} */
    public synchronized @Nullable Boolean contains(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            return false;
        }
        if (whole.localeDecides() && text.chars().anyMatch(c -> c > 127)) {
            return null;
        }
        if (all == null) {
            all = Dfa.of(whole.rx(), CharSet.PLAIN);
        }
        boolean accepted = all.accepts(text);
        return (accepted || whole.isExact()) ? Boolean.valueOf(accepted) : null;
    }

    /** {@return how many there are, at most {@link #MANY}} */
    public synchronized long size() {
        long size = 0;
        for (int length = min; length <= longest(); length++) {
            size = sum(size, ways(length)[0]);
            if (size == MANY || ended(length)) {
                break;
            }
        }
        return size;
    }

    /** {@return the n-th text, by length; different for different n below {@link #size()}} */
    public synchronized String at(long n) {
        long left = n;
        for (int length = min; length <= longest(); length++) {
            long count = ways(length)[0];
            if (left < count) {
                return numbered(left, length);
            }
            left -= count;
        }
        throw new IndexOutOfBoundsException(n + " of " + size());
    }

    private String numbered(long n, int length) {
        StringBuilder text = new StringBuilder();
        long left = n;
        int state = 0;
        for (int rest = length - 1; rest >= 0; rest--) {
            for (Dfa.Edge edge : dfa.from(state)) {
                long each = ways(rest)[edge.to()];
                long count = each == 0 ? 0 : product(edge.set().size(), each);
                if (left < count) {
                    text.appendCodePoint(edge.set().at(left / each));
                    left %= each;
                    state = edge.to();
                    break;
                }
                left -= count;
            }
        }
        return text.toString();
    }

    /** {@return a text of moderate length, mostly letters and digits where the language lets one choose} */
    public synchronized String draw(Draws draws) {
        int length = drawnLength(draws.of("length"));
        StringBuilder text = new StringBuilder();
        int state = 0;
        for (int rest = length - 1; rest >= 0; rest--) {
            Draws here = draws.of(rest);
            List<Dfa.Edge> open = new ArrayList<>();
            for (Dfa.Edge edge : dfa.from(state)) {
                if (ways(rest)[edge.to()] > 0) {
                    open.add(edge);
                }
            }
            CharSet wished = wished(open);
            List<Dfa.Edge> fitting = open.stream()
                    .filter(edge -> !edge.set().and(wished).isEmpty())
                    .toList();
            long all =
                    fitting.stream().mapToLong(e -> e.set().and(wished).size()).sum();
            long pick = here.below(all);
            for (Dfa.Edge edge : fitting) {
                CharSet set = edge.set().and(wished);
                if (pick < set.size()) {
                    text.appendCodePoint(set.at(pick));
                    state = edge.to();
                    break;
                }
                pick -= set.size();
            }
        }
        return text.toString();
    }

    private static CharSet wished(List<Dfa.Edge> open) {
        for (CharSet set : PLEASANT) {
            if (open.stream().anyMatch(edge -> !edge.set().and(set).isEmpty())) {
                return set;
            }
        }
        return CharSet.PLAIN;
    }

    private int drawnLength(Draws draws) {
        int first = shortest(Math.max(min, 6) <= max ? Math.max(min, 6) : min);
        if (first < 0) {
            first = shortest(min);
        }
        List<Integer> lengths = new ArrayList<>();
        for (int length = first; length <= Math.min(longest(), first + 8L); length++) {
            if (ways(length)[0] > 0) {
                lengths.add(length);
            }
        }
        return lengths.get((int) draws.below(lengths.size()));
    }

    /** {@return the smallest length from {@code least} on of which there is a text, -1 if there is none} */
    private synchronized int shortest(int least) {
        for (int length = least; length <= longest(); length++) {
            if (ways(length)[0] > 0) {
                return length;
            }
            if (ended(length)) {
                return -1;
            }
        }
        return -1;
    }

    private int longest() {
        return (int) Math.min(max, Math.max(LONGEST, 2L * min));
    }

    /** Whether no longer text exists: nothing is left of that length from any state. */
    private boolean ended(int length) {
        for (long way : ways(length)) {
            if (way > 0) {
                return false;
            }
        }
        return true;
    }

    private long[] ways(int rest) {
        while (ways.size() <= rest) {
            long[] next = new long[dfa.states()];
            for (int state = 0; state < next.length; state++) {
                if (ways.isEmpty()) {
                    next[state] = dfa.accepts(state) ? 1 : 0;
                    continue;
                }
                long[] before = ways.get(ways.size() - 1);
                for (Dfa.Edge edge : dfa.from(state)) {
                    next[state] = sum(next[state], product(edge.set().size(), before[edge.to()]));
                }
            }
            ways.add(next);
        }
        return ways.get(rest);
    }

    private static long sum(long a, long b) {
        return a > MANY - b ? MANY : a + b;
    }

    private static long product(long a, long b) {
        return b != 0 && a > MANY / b ? MANY : a * b;
    }
}
