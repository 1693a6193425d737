package dev.seedplan.runtime.internal.sql;

import dev.seedplan.runtime.internal.regex.Matching;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions whose first argument is a text. Lengths and places count characters, not UTF-16 units. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class TextFunctions {

    static final Set<String> KNOWN = Set.of(
            ("lower upper length char_length character_length octet_length bit_length btrim ltrim rtrim substr substring "
                            + "replace strpos left right md5 reverse repeat starts_with translate lpad rpad initcap "
                            + "split_part regexp_replace regexp_like similar_to_escape like_escape ascii chr")
                    .split(" "));

    private TextFunctions() {}

    static @Nullable Datum call(String name, List<Datum> args) {
        Datum first = args.get(0);
        String text = String.valueOf(first.value());
        if (first.type().equals("bpchar") && !name.equals("octet_length")) {
            text = text.stripTrailing();
        }
        switch (name) {
            case "lower", "upper":
                String changed = name.equals("lower") ? lower(text) : upper(text);
                return changed == null ? null : Datum.text(changed);
            case "length", "char_length", "character_length":
                return Datum.integer(text.codePointCount(0, text.length()));
            case "octet_length":
                return first.type().equals("bpchar")
                        ? null
                        : Datum.integer(text.getBytes(StandardCharsets.UTF_8).length);
            case "btrim", "ltrim", "rtrim":
                String blank = args.size() > 1 ? string(args, 1) : " ";
                return Datum.text(trim(text, blank, !name.equals("rtrim"), !name.equals("ltrim")));
            case "md5":
                return Datum.text(md5(text));
            case "reverse":
                return Datum.text(new StringBuilder(text).reverse().toString());
            case "similar_to_escape", "like_escape":
                return args.size() == 1 && name.equals("similar_to_escape") ? Similar.toRegex(text) : null;
            case "initcap":
                return null;
            default:
                return citext(args) && !name.equals("left") && !name.equals("right") ? null : places(name, text, args);
        }
    }

    /** The extension has functions of its own that look for parts in any case. */
    private static boolean citext(List<Datum> args) {
        return args.stream().anyMatch(arg -> arg.type().equals("citext"));
    }

    private static @Nullable Datum places(String name, String text, List<Datum> args) {
        switch (name) {
            case "substr", "substring":
                return substring(text, args);
            case "replace":
                String from = string(args, 1);
                return Datum.text(from.isEmpty() ? text : text.replace(from, string(args, 2)));
            case "strpos":
                int at = text.indexOf(string(args, 1));
                return Datum.integer(at < 0 ? 0 : text.codePointCount(0, at) + 1L);
            case "starts_with":
                return Datum.of(text.startsWith(string(args, 1)));
            case "left", "right":
                return args.get(1).value() instanceof Long n ? Datum.text(side(name.equals("left"), text, n)) : null;
            case "split_part":
                return args.get(2).value() instanceof Long n && n > 0 ? splitPart(text, string(args, 1), n) : null;
            case "regexp_like":
                Boolean matches = args.size() == 2 ? Matching.matches(text, string(args, 1), false, false) : null;
                return matches == null ? null : Datum.of(matches);
            case "repeat":
                return args.get(1).value() instanceof Long n && n < 1000
                        ? Datum.text(text.repeat((int) Math.max(0, n)))
                        : null;
            case "translate":
                return Datum.text(translate(text, string(args, 1), string(args, 2)));
            default:
                return null;
        }
    }

    private static String string(List<Datum> args, int i) {
        return String.valueOf(args.get(i).value());
    }

    /** {@return it in lower case, null where the collation decides} */
    static @Nullable String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Values.ascii(text) || lower.equals(text) ? lower : null;
    }

    static @Nullable String upper(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Values.ascii(text) || upper.equals(text) ? upper : null;
    }

    static String trim(String text, String blank, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && blank.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (end && to > from && blank.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static @Nullable Datum substring(String text, List<Datum> args) {
        if (!(args.get(1).value() instanceof Long from)) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        long end = length + 1L;
        if (args.size() > 2) {
            if (!(args.get(2).value() instanceof Long count) || count < 0) {
                return null;
            }
            end = Math.min(end, from + count);
        }
        long start = Math.max(1, from);
        if (start >= end) {
            return Datum.text("");
        }
        int i = text.offsetByCodePoints(0, (int) start - 1);
        return Datum.text(text.substring(i, text.offsetByCodePoints(i, (int) (end - start))));
    }

    private static String side(boolean left, String text, long n) {
        int length = text.codePointCount(0, text.length());
        long keep = Math.max(0, n < 0 ? length + n : Math.min(n, length));
        return left
                ? text.substring(0, text.offsetByCodePoints(0, (int) keep))
                : text.substring(text.offsetByCodePoints(0, (int) (length - keep)));
    }

    private static Datum splitPart(String text, String by, long wanted) {
        if (by.isEmpty()) {
            return Datum.text(wanted == 1 ? text : "");
        }
        int from = 0;
        for (long i = 1; i < wanted; i++) {
            int next = text.indexOf(by, from);
            if (next < 0) {
                return Datum.text("");
            }
            from = next + by.length();
        }
        int end = text.indexOf(by, from);
        return Datum.text(end < 0 ? text.substring(from) : text.substring(from, end));
    }

    private static String translate(String text, String from, String to) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at < 0) {
                result.append(text.charAt(i));
            } else if (at < to.length()) {
                result.append(to.charAt(at));
            }
        }
        return result.toString();
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
