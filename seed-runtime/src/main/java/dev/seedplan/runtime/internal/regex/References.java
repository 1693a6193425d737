package dev.seedplan.runtime.internal.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Replaces back-references: the group and what refers to it become the same sample text. */
final class References {

    private static final int SAMPLES = 6;

    private References() {}

    /** {@return the expression itself without back-references, else expressions that match part of what it does} */
    static List<Node> instances(Node node) {
        Set<Integer> wanted = new TreeSet<>();
        collect(node, wanted);
        List<Node> ways = List.of(node);
        for (int number : wanted) {
            List<Node> next = new ArrayList<>();
            for (Node way : ways) {
                Node group = group(way, number);
                if (group == null) {
                    throw new UnsupportedPatternException("a back-reference to no group");
                }
                Rx rx = AreCompiler.plain(group);
                Texts texts = Texts.of(rx, 0, 64);
                long size = Math.min(SAMPLES, texts.size());
                for (long i = 0; i < size; i++) {
                    // Spread over the shorter ones.
                    next.add(replaced(way, number, texts.at(texts.size() > 60 ? i * 7 : i)));
                }
            }
            ways = next;
        }
        return ways;
    }

    private static void collect(Node node, Set<Integer> found) {
        if (node instanceof Node.Reference reference) {
            found.add(reference.number());
        } else if (node instanceof Node.Concat concat) {
            concat.of().forEach(n -> collect(n, found));
        } else if (node instanceof Node.Or or) {
            or.of().forEach(n -> collect(n, found));
        } else if (node instanceof Node.Repeat repeat) {
            collect(repeat.of(), found);
        } else if (node instanceof Node.Group group) {
            collect(group.of(), found);
        } else if (node instanceof Node.LookAhead look) {
            collect(look.of(), found);
        }
    }

    private static @org.jspecify.annotations.Nullable Node group(Node node, int number) {
        List<Node> inner = List.of();
        if (node instanceof Node.Group group) {
            if (group.number() == number) {
                return group.of();
            }
            inner = List.of(group.of());
        } else if (node instanceof Node.Concat concat) {
            inner = concat.of();
        } else if (node instanceof Node.Or or) {
            inner = or.of();
        } else if (node instanceof Node.Repeat repeat) {
            // Each turn may match another text, so only a fixed one is known to be the last.
            inner = List.of(repeat.of());
        } else if (node instanceof Node.LookAhead look) {
            inner = List.of(look.of());
        }
        for (Node part : inner) {
            Node found = group(part, number);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Node replaced(Node node, int number, String text) {
        if ((node instanceof Node.Group group && group.number() == number)
                || (node instanceof Node.Reference reference && reference.number() == number)) {
            return new Node.Concat(text.codePoints()
                    .mapToObj(c -> (Node) new Node.Chars(CharSet.of(c)))
                    .toList());
        } else if (node instanceof Node.Group group) {
            return new Node.Group(group.number(), replaced(group.of(), number, text));
        } else if (node instanceof Node.Concat concat) {
            return new Node.Concat(
                    concat.of().stream().map(n -> replaced(n, number, text)).toList());
        } else if (node instanceof Node.Or or) {
            return new Node.Or(
                    or.of().stream().map(n -> replaced(n, number, text)).toList());
        } else if (node instanceof Node.Repeat repeat) {
            return new Node.Repeat(replaced(repeat.of(), number, text), repeat.min(), repeat.max());
        } else if (node instanceof Node.LookAhead look) {
            return new Node.LookAhead(replaced(look.of(), number, text), look.negated());
        }
        return node;
    }
}
