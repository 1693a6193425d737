package dev.seedplan.runtime.internal.regex;

/** What becomes of a language when a function is applied to its texts. */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
final class Images {

    private Images() {}

    /** {@return the texts whose lower (or upper) form is in the language} */
    static Rx unfolded(Rx rx, boolean toLower) {
        return switch (rx.kind) {
            case NOTHING, EMPTY -> rx;
            case CHARS -> Rx.chars(unfolded(rx.set, toLower));
            case CONCAT -> Rx.concat(unfolded(rx.parts.get(0), toLower), unfolded(rx.parts.get(1), toLower));
            case OR ->
                Rx.or(rx.parts.stream().map(part -> unfolded(part, toLower)).toList());
            case AND ->
                Rx.and(rx.parts.stream().map(part -> unfolded(part, toLower)).toList());
            case NOT -> Rx.not(unfolded(rx.parts.get(0), toLower));
            case REPEAT -> rx == Rx.ALL ? rx : Rx.repeat(unfolded(rx.parts.get(0), toLower), rx.min, rx.max);
            case LOOP -> throw new UnsupportedPatternException("the case of a repeated look-ahead");
        };
    }

    /** The characters that fold into the set; of letters beyond ASCII their own two cases. */
    private static CharSet unfolded(CharSet set, boolean toLower) {
        CharSet gone = toLower ? CharSet.UPPER : CharSet.LOWER;
        CharSet result = set.and(gone.not());
        CharSet made = set.and(toLower ? CharSet.LOWER : CharSet.UPPER);
        int[] ranges = made.ranges();
        for (int i = 0; i < ranges.length; i += 2) {
            int shift = toLower ? 'A' - 'a' : 'a' - 'A';
            result = result.or(CharSet.range(ranges[i] + shift, ranges[i + 1] + shift));
        }
        return result;
    }
}
