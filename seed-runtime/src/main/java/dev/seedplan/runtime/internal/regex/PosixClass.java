package dev.seedplan.runtime.internal.regex;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The classes of characters by name. Beyond ASCII what Java says, which a server's locale may not. */
// What changes is a cache.
@SuppressWarnings("ImmutableEnumChecker")
enum PosixClass {
    ALNUM(Character::isLetterOrDigit),
    ALPHA(Character::isLetter),
    BLANK(c -> c == ' ' || c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR),
    CNTRL(Character::isISOControl),
    DIGIT(Character::isDigit),
    GRAPH(c -> c > ' ' && c != 127 && !Character.isISOControl(c) && !Character.isWhitespace(c)),
    LOWER(Character::isLowerCase),
    PRINT(c -> c >= ' ' && c != 127 && !Character.isISOControl(c)),
    PUNCT(c -> c > ' '
            && c != 127
            && !Character.isISOControl(c)
            && !Character.isLetterOrDigit(c)
            && !Character.isWhitespace(c)),
    SPACE(c -> c == ' ' || (c >= '\t' && c <= '\r') || (c > 127 && Character.isWhitespace(c))),
    UPPER(Character::isUpperCase),
    XDIGIT(c -> c < 128 && Character.digit(c, 16) >= 0),
    WORD(c -> Character.isLetterOrDigit(c) || c == '_');

    private final IntPredicate holds;
    private volatile @Nullable CharSet set;

    PosixClass(IntPredicate holds) {
        this.holds = holds;
    }

    /** Found when first asked for: it takes a look at all of Unicode. */
    CharSet set() {
        CharSet known = set;
        if (known == null) {
            known = CharSet.where(holds);
            set = known;
        }
        return known;
    }
}
