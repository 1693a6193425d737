package dev.seedplan.runtime.internal.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes natural texts different from each other by a code of fixed width: an e-mail address gets it before the at sign, a text
 * of digits (a telephone number, an article number) in place of its last digits, any other at its end. Texts with different
 * codes differ, whatever they were, also in the eyes of lower() and trim().
 */
final class DistinctText {

    private static final Pattern MAIL = Pattern.compile("([^@\\s]+)(@[^@\\s]+)");
    private static final Pattern NUMBER = Pattern.compile("[^@]*\\d{3}[^@]*");
    private static final int NARROWEST = 2;

    private DistinctText() {}

    /** {@return how many digits {@code count} codes have} */
    static int width(long count) {
        return Math.max(NARROWEST, Long.toString(Math.max(0, count - 1)).length());
    }

    /**
     * {@return the text with the code; null if the limit is too small}
     *
     * @param natural the text
     * @param code 0 or more
     * @param width the number of digits of all codes of the column
     * @param longest the column's limit in characters
     */
    static @Nullable String of(String natural, long code, int width, int longest) {
        String digits = Long.toString(code);
        digits = "0".repeat(Math.max(0, width - digits.length())) + digits;
        Matcher mail = MAIL.matcher(natural);
        if (mail.matches()) {
            String domain = mail.group(2);
            int room = longest - domain.length() - width;
            return room < 1 ? suffixed("", digits, "", longest) : cut(mail.group(1), room) + digits + domain;
        }
        if (natural.length() <= longest && mostlyDigits(natural, width)) {
            return replaced(natural, digits);
        }
        return suffixed(natural, digits, separator(natural), longest);
    }

    private static @Nullable String suffixed(String natural, String digits, String separator, int longest) {
        if (digits.length() > longest) {
            return null;
        }
        int room = longest - digits.length() - separator.length();
        return room < 1 ? digits : cut(natural, room) + separator + digits;
    }

    private static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
        return text.substring(0, end).stripTrailing();
    }

    private static String separator(String natural) {
        if (natural.isEmpty()) {
            return "";
        } else if (natural.contains(" ") || natural.matches("\\p{Lu}\\p{Ll}+")) {
            return " ";
        } else if (natural.contains("_")) {
            return "_";
        }
        return natural.matches("[a-z0-9-]+|.*://.*") ? "-" : "";
    }

    private static boolean mostlyDigits(String natural, int width) {
        long digits = natural.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= width && NUMBER.matcher(natural).matches() && digits * 2 >= natural.length();
    }

    private static String replaced(String natural, String digits) {
        StringBuilder text = new StringBuilder(natural);
        int next = digits.length() - 1;
        for (int i = text.length() - 1; i >= 0 && next >= 0; i--) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                text.setCharAt(i, digits.charAt(next--));
            }
        }
        return text.toString();
    }
}
