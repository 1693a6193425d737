package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deterministic automaton over the characters of a set. State 0 is the first; dead states are left out. */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
final class Dfa {

    /** More states than this are not made: the pattern is reported as too large. */
    static final int MOST_STATES = 6_000;

    /** A step to another state by any of some characters. */
    record Edge(CharSet set, int to) {}

    private final List<List<Edge>> edges;
    private final boolean[] accepting;

    private Dfa(List<List<Edge>> edges, boolean[] accepting) {
        this.edges = edges;
        this.accepting = accepting;
    }

    static Dfa of(Rx rx, CharSet alphabet) {
        List<CharSet> classes = classes(rx, alphabet);
        Map<Rx, Integer> numbers = new LinkedHashMap<>();
        List<Rx> states = new ArrayList<>(List.of(rx));
        numbers.put(rx, 0);
        List<List<Edge>> edges = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Map<Integer, CharSet> targets = new LinkedHashMap<>();
            for (CharSet set : classes) {
                Rx next = Derivatives.after(states.get(i), set.at(0));
                if (next == Rx.NOTHING) {
                    continue;
                }
                Integer number = numbers.get(next);
                if (number == null) {
                    number = states.size();
                    numbers.put(next, number);
                    states.add(next);
                }
                targets.merge(number, set, CharSet::or);
            }
            List<Edge> steps = new ArrayList<>();
            targets.forEach((to, set) -> steps.add(new Edge(set, to)));
            edges.add(steps);
            if (states.size() > MOST_STATES) {
                throw new UnsupportedPatternException("an automaton of more than " + MOST_STATES + " states");
            }
        }
        boolean[] accepting = new boolean[states.size()];
        for (int i = 0; i < accepting.length; i++) {
            accepting[i] = states.get(i).isNullable();
        }
        return new Dfa(edges, accepting).alive();
    }

    /** The alphabet in classes of characters that the expression never tells apart. */
    private static List<CharSet> classes(Rx rx, CharSet alphabet) {
        Set<CharSet> sets = new LinkedHashSet<>();
        collect(rx, sets, new HashSet<>());
        List<CharSet> classes = List.of(alphabet);
        for (CharSet set : sets) {
            List<CharSet> finer = new ArrayList<>();
            CharSet others = set.not();
            for (CharSet whole : classes) {
                for (CharSet part : List.of(whole.and(set), whole.and(others))) {
                    if (!part.isEmpty()) {
                        finer.add(part);
                    }
                }
            }
            classes = finer;
        }
        return classes.stream()
                .sorted(Comparator.comparingInt(set -> set.at(0)))
                .toList();
    }

    private static void collect(Rx rx, Set<CharSet> sets, Set<Rx> loops) {
        if (rx.kind == Rx.Kind.CHARS) {
            sets.add(rx.set);
        } else if (rx.kind == Rx.Kind.LOOP && loops.add(rx)) {
            collect(rx.meaning(), sets, loops);
        }
        rx.parts.forEach(part -> collect(part, sets, loops));
    }

    /** Without the steps to states from which nothing is accepted. */
    private Dfa alive() {
        boolean[] alive = accepting.clone();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = alive.length - 1; i >= 0; i--) {
                if (!alive[i] && edges.get(i).stream().anyMatch(edge -> alive[edge.to])) {
                    alive[i] = true;
                    changed = true;
                }
            }
        }
        List<List<Edge>> kept = new ArrayList<>();
        for (int i = 0; i < alive.length; i++) {
            kept.add(edges.get(i).stream().filter(edge -> alive[edge.to]).toList());
        }
        return new Dfa(kept, accepting);
    }

    int states() {
        return accepting.length;
    }

    boolean accepts(int state) {
        return accepting[state];
    }

    List<Edge> from(int state) {
        return edges.get(state);
    }

    boolean isEmpty() {
        return !accepting[0] && edges.get(0).isEmpty();
    }

    /** {@return whether the text is accepted, if all its characters are in the alphabet} */
    boolean accepts(String text) {
        int state = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int next = -1;
            for (Edge edge : edges.get(state)) {
                if (edge.set.contains(c)) {
                    next = edge.to;
                    break;
                }
            }
            if (next < 0) {
                return false;
            }
            state = next;
        }
        return accepting[state];
    }
}
