package dev.seedplan.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code where} tests a value for, found by their names; the value comes first. */
public final class Tests {

    // As HTML's input of type email checks it, with a dot required behind the at sign (WHATWG, 4.10.5.1.5).
    private static final Pattern EMAIL =
            Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/?#]+[^\\s]*");

    private Tests() {}

    /** {@return whether a number is at least so large} */
    public static boolean min(BigDecimal value, BigDecimal least) {
        return value.compareTo(least) >= 0;
    }

    /** {@return whether a number is at most so large} */
    public static boolean max(BigDecimal value, BigDecimal most) {
        return value.compareTo(most) <= 0;
    }

    /** {@return whether a number is between two, both included} */
    public static boolean between(BigDecimal value, BigDecimal least, BigDecimal most) {
        return min(value, least) && max(value, most);
    }

    /** {@return whether a text has so many characters} */
    public static boolean length(String value, int least, int most) {
        int length = value.codePointCount(0, value.length());
        return length >= least && length <= most;
    }

    /** {@return whether the whole text matches a regular expression} */
    public static boolean matches(String value, String pattern) {
        return Pattern.matches(pattern, value);
    }

    /** {@return whether a text contains another} */
    public static boolean contains(String value, String part) {
        return value.contains(part);
    }

    /** {@return whether a text holds more than white space} */
    public static boolean notBlank(String value) {
        return !value.isBlank();
    }

    /** {@return whether a text is one of several} */
    public static boolean oneOf(String value, String... allowed) {
        return Arrays.asList(allowed).contains(value);
    }

    /** {@return whether a text has the form of a mail address} */
    public static boolean email(String value) {
        return EMAIL.matcher(value).matches();
    }

    /** {@return whether a text has the form of a web address} */
    public static boolean url(String value) {
        return URL.matcher(value).matches();
    }

    /** {@return whether a list has so many values} */
    public static boolean size(List<String> value, int least, int most) {
        return value.size() >= least && value.size() <= most;
    }
}
