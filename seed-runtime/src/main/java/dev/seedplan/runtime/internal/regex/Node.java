package dev.seedplan.runtime.internal.regex;

import java.util.List;

/** A regular expression as it is written. */
sealed interface Node {

    record Chars(CharSet set) implements Node {}

    record Concat(List<Node> of) implements Node {}

    record Or(List<Node> of) implements Node {}

    /**
     * Something several times.
     *
     * @param max {@code Integer.MAX_VALUE} for no limit
     */
    record Repeat(Node of, int min, int max) implements Node {}

    /** A group that a back-reference can name. */
    record Group(int number, Node of) implements Node {}

    record Reference(int number) implements Node {}

    record Begin() implements Node {}

    record End() implements Node {}

    record LookAhead(Node of, boolean negated) implements Node {}

    /**
     * A place between two characters.
     *
     * @param begins of a word
     * @param ends of a word
     * @param negated anywhere else
     */
    record Boundary(boolean begins, boolean ends, boolean negated) implements Node {}

    /** {@return whether it looks at what it does not consume} */
    default boolean looks() {
        if (this instanceof LookAhead || this instanceof Boundary) {
            return true;
        } else if (this instanceof Concat concat) {
            return concat.of.stream().anyMatch(Node::looks);
        } else if (this instanceof Or or) {
            return or.of.stream().anyMatch(Node::looks);
        } else if (this instanceof Repeat repeat) {
            return repeat.of.looks();
        }
        return this instanceof Group group && group.of.looks();
    }
}
