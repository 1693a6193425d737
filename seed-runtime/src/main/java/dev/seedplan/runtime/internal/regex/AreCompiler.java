package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns what is written into texts between {@link CharSet#BEGIN} and {@link CharSet#END}. A look-ahead restricts all that
 * follows it, so everything is compiled together with what follows.
 */
final class AreCompiler {

    private static final Rx WORD = Rx.chars(PosixClass.WORD.set());
    private static final Rx OTHER = Rx.chars(PosixClass.WORD.set().not().or(CharSet.range(CharSet.BEGIN, CharSet.END)));

    private AreCompiler() {}

    /** {@return the texts, without markers, some part of which matches} */
    static Rx search(Node node) {
        List<Node> whole = new ArrayList<>();
        // Consuming everything before the match gives boundaries at its start something to look at.
        whole.add(new Node.Repeat(new Node.Chars(CharSet.MARKED), 0, Integer.MAX_VALUE));
        if (node instanceof Node.Or or && node.looks()) {
            List<Rx> branches = new ArrayList<>();
            for (Node branch : or.of()) {
                branches.add(before(List.of(whole.get(0), branch)));
            }
            return unmarked(Rx.or(branches));
        }
        whole.add(node);
        return unmarked(before(whole));
    }

    private static Rx before(List<Node> items) {
        return then(new Node.Concat(items), Rx.ALL);
    }

    private static Rx unmarked(Rx marked) {
        return Derivatives.before(Derivatives.after(marked, CharSet.BEGIN), CharSet.END);
    }

    private static Rx then(Node node, Rx rest) {
        if (!node.looks()) {
            return Rx.concat(plain(node), rest);
        } else if (node instanceof Node.Concat concat) {
            return sequence(flat(concat), rest);
        } else if (node instanceof Node.Or or) {
            return Rx.or(or.of().stream().map(branch -> then(branch, rest)).toList());
        } else if (node instanceof Node.Group group) {
            return then(group.of(), rest);
        } else if (node instanceof Node.LookAhead look) {
            Rx ahead = then(look.of(), Rx.ALL);
            return Rx.and(List.of(look.negated() ? Rx.not(ahead) : ahead, rest));
        } else if (node instanceof Node.Repeat repeat) {
            return repeated(repeat, rest);
        }
        throw new UnsupportedPatternException("a word boundary where nothing is known of what precedes");
    }

    private static List<Node> flat(Node.Concat concat) {
        List<Node> items = new ArrayList<>();
        for (Node item : concat.of()) {
            if (item instanceof Node.Concat inner) {
                items.addAll(flat(inner));
            } else if (item instanceof Node.Group group && group.of() instanceof Node.Concat inner && inner.looks()) {
                items.addAll(flat(inner));
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private static Rx sequence(List<Node> items, Rx rest) {
        Rx result = rest;
        int i = items.size() - 1;
        while (i >= 0) {
            if (!(items.get(i) instanceof Node.Boundary boundary)) {
                result = then(items.get(i), result);
                i--;
                continue;
            }
            // What is consumed since something was last looked at holds the character before the boundary.
            int start = i;
            while (start > 0 && !items.get(start - 1).looks()) {
                start--;
            }
            Rx before = plain(new Node.Concat(items.subList(start, i)));
            if (start == i || (start > 0 && before.isNullable())) {
                throw new UnsupportedPatternException("a word boundary behind a look-ahead");
            }
            result = Rx.or(at(boundary, before, result));
            i = start - 1;
        }
        return result;
    }

    private static List<Rx> at(Node.Boundary boundary, Rx before, Rx after) {
        List<Rx> ways = new ArrayList<>();
        if (boundary.negated()) {
            ways.add(between(before, WORD, WORD, after));
            ways.add(between(before, OTHER, OTHER, after));
            return ways;
        }
        if (boundary.begins()) {
            ways.add(between(before, OTHER, WORD, after));
        }
        if (boundary.ends()) {
            ways.add(between(before, WORD, OTHER, after));
        }
        return ways;
    }

    private static Rx between(Rx before, Rx left, Rx right, Rx after) {
        return Rx.concat(
                Rx.and(List.of(before, Rx.concat(Rx.ALL, left))), Rx.and(List.of(Rx.concat(right, Rx.ALL), after)));
    }

    private static Rx repeated(Node.Repeat repeat, Rx rest) {
        Rx result = rest;
        if (repeat.max() == Integer.MAX_VALUE) {
            if (plain(withoutLooks(repeat.of())).isNullable()) {
                throw new UnsupportedPatternException("a repeated look-ahead that consumes nothing");
            }
            result = Rx.loop(rest.isNullable(), self -> Rx.or(List.of(rest, then(repeat.of(), self))));
        } else if (repeat.max() > 64) {
            throw new UnsupportedPatternException("a look-ahead repeated too often");
        } else {
            for (int i = repeat.min(); i < repeat.max(); i++) {
                result = Rx.or(List.of(rest, then(repeat.of(), result)));
            }
        }
        for (int i = 0; i < repeat.min(); i++) {
            result = then(repeat.of(), result);
        }
        return result;
    }

    private static Node withoutLooks(Node node) {
        if (node instanceof Node.LookAhead || node instanceof Node.Boundary) {
            return AreParser.nothing();
        } else if (node instanceof Node.Concat concat) {
            return new Node.Concat(
                    concat.of().stream().map(AreCompiler::withoutLooks).toList());
        } else if (node instanceof Node.Or or) {
            return new Node.Or(or.of().stream().map(AreCompiler::withoutLooks).toList());
        } else if (node instanceof Node.Repeat repeat) {
            return new Node.Repeat(withoutLooks(repeat.of()), repeat.min(), repeat.max());
        }
        return node instanceof Node.Group group ? withoutLooks(group.of()) : node;
    }

    static Rx plain(Node node) {
        if (node instanceof Node.Chars chars) {
            return Rx.chars(chars.set());
        } else if (node instanceof Node.Concat concat) {
            Rx result = Rx.EMPTY;
            for (int i = concat.of().size() - 1; i >= 0; i--) {
                result = Rx.concat(plain(concat.of().get(i)), result);
            }
            return result;
        } else if (node instanceof Node.Or or) {
            return Rx.or(or.of().stream().map(AreCompiler::plain).toList());
        } else if (node instanceof Node.Repeat repeat) {
            boolean anything =
                    repeat.of() instanceof Node.Chars chars && chars.set().equals(CharSet.MARKED);
            return anything && repeat.min() == 0 && repeat.max() == Integer.MAX_VALUE
                    ? Rx.ALL
                    : Rx.repeat(plain(repeat.of()), repeat.min(), repeat.max());
        } else if (node instanceof Node.Group group) {
            return plain(group.of());
        } else if (node instanceof Node.Begin) {
            return Rx.chars(CharSet.of(CharSet.BEGIN));
        } else if (node instanceof Node.End) {
            return Rx.chars(CharSet.of(CharSet.END));
        }
        throw new UnsupportedPatternException("a back-reference");
    }
}
