package dev.seedplan.mapping;

import dev.seedplan.Cell;
import dev.seedplan.UniqueTimeGen;
import dev.seedplan.Values;
import dev.seedplan.spi.Mix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The functions of mappings that are not in {@link dev.seedplan.Values}, found by their names; {@code docs/mapping.md} lists
 * them. A function whose argument is missing is not called: its result is missing too. Cell and row are given by the
 * compiled mapping.
 */
public final class MappingFunctions {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern IGNORED = Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>");
    private static final Pattern BREAK =
            Pattern.compile("(?i)</?(p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|pre)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");

    private MappingFunctions() {}

    /** {@return the text cut to so many characters, with an ending of one's own as the last of them} */
    public static String truncate(String text, int length, String ending) {
        int own = ending.codePointCount(0, ending.length());
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return own >= length
                ? text.substring(0, text.offsetByCodePoints(0, length))
                : text.substring(0, text.offsetByCodePoints(0, length - own)).stripTrailing() + ending;
    }

    /** {@return the first words of a text, with an ellipsis where there are more} */
    public static String firstWords(String text, int count) {
        Matcher words = WORD.matcher(text);
        int end = 0;
        for (int i = 0; i < count && words.find(); i++) {
            end = words.end();
        }
        String first = SPACE.matcher(text.substring(0, end)).replaceAll(" ").strip();
        return words.find() ? first + "…" : first;
    }

    /** {@return the text of HTML, without tags, comments, scripts and styles} */
    public static String stripHtml(String html) {
        String bare = TAG.matcher(
                        BREAK.matcher(IGNORED.matcher(html).replaceAll(" ")).replaceAll(" "))
                .replaceAll("");
        String text = ENTITY.matcher(bare).replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1))));
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String entity(String name) {
        if (name.startsWith("#")) {
            boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "";
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> "&" + name + ";";
        };
    }

    /** {@return the text of markdown, without its marks} */
    public static String markdownToText(MappingRow row, String markdown) {
        return row.plainText(markdown);
    }

    /** {@return markdown as HTML} */
    public static String markdownToHtml(MappingRow row, String markdown) {
        return row.html(markdown);
    }

    /** {@return the beginning of the text of markdown, cut at a character} */
    public static String excerpt(MappingRow row, String markdown, int length) {
        return Values.truncate(
                SPACE.matcher(row.plainText(markdown)).replaceAll(" ").strip(), length);
    }

    /** {@return how long the text takes to read in whole minutes, at least 1} */
    public static int readTime(String text) {
        return Values.readMinutes(text);
    }

    /** {@return the number of words} */
    public static int wordCount(String text) {
        return (int) WORD.matcher(text).results().count();
    }

    /** {@return the number of characters} */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** {@return the text in capitals} */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** {@return the text in small letters} */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@return the text without white space around it} */
    public static String trim(String text) {
        return text.strip();
    }

    /** {@return the text with each occurrence of another replaced} */
    public static String replace(String text, String what, String by) {
        return text.replace(what, by);
    }

    /** {@return the parts one after the other, missing ones left out} */
    public static String concat(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(part -> Conversions.toText(part, ""))
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining());
    }

    /** {@return the parts of a text between separators, without white space around them, empty ones left out} */
    public static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** {@return a list's texts with a separator between them} */
    public static String join(List<String> texts, String separator) {
        return String.join(separator, texts);
    }

    /** {@return a list's first text; missing where it is empty} */
    public static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** {@return a list's last text; missing where it is empty} */
    public static @Nullable String last(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(texts.size() - 1);
    }

    /** {@return the number of a list's texts} */
    public static int count(List<String> texts) {
        return texts.size();
    }

    /** {@return one of a list's texts, each as likely as another; missing where it is empty} */
    public static @Nullable String pick(Cell cell, List<String> texts) {
        return texts.isEmpty() ? null : texts.get((int) Mix.jump(cell.draw(0), texts.size()));
    }

    /** {@return a point in time of the last 30 days before the plan's instant} */
    public static UniqueTimeGen randomRecent() {
        return Values.recent(30);
    }

    /** {@return a point in time of so long before the plan's instant} */
    public static UniqueTimeGen randomRecent(Duration within) {
        return Values.recent(days(within));
    }

    /** {@return a point in time of so long after the plan's instant} */
    public static UniqueTimeGen randomUpcoming(Duration within) {
        return Values.upcoming(days(within));
    }

    private static int days(Duration within) {
        return Math.toIntExact(Math.max(1, within.toDays()));
    }

    /** {@return so long before the plan's instant} */
    public static Instant ago(Cell cell, Duration length) {
        return now(cell).minus(length);
    }

    /** {@return so long after the plan's instant} */
    public static Instant fromNow(Cell cell, Duration length) {
        return now(cell).plus(length);
    }

    /** {@return the day of the plan's instant, in UTC} */
    public static LocalDate today(Cell cell) {
        return LocalDate.ofInstant(now(cell), ZoneOffset.UTC);
    }

    private static Instant now(Cell cell) {
        return Instant.EPOCH.plus(cell.nowMicros(), ChronoUnit.MICROS);
    }

    /** {@return so long after another point in time} */
    public static Instant later(Instant time, Duration length) {
        return time.plus(length);
    }

    /** {@return the year of a date} */
    public static int year(LocalDate date) {
        return date.getYear();
    }

    /** {@return a point in time in UTC by a pattern of {@link DateTimeFormatter}, in English} */
    public static String formatDate(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(time);
    }

    /** {@return a point in time by ISO 8601, in UTC} */
    public static String iso(Instant time) {
        return time.toString();
    }

    /** {@return a number rounded half up to so many digits behind the point} */
    public static BigDecimal round(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP);
    }

    /** {@return the MD5 of a text in UTF-8, 32 hexadecimal digits} */
    public static String md5(String text) {
        return hash("MD5", text);
    }

    /** {@return the SHA-1 of a text in UTF-8, 40 hexadecimal digits} */
    public static String sha1(String text) {
        return hash("SHA-1", text);
    }

    /** {@return the SHA-256 of a text in UTF-8, 64 hexadecimal digits} */
    public static String sha256(String text) {
        return hash("SHA-256", text);
    }

    /** {@return a UUID that depends on a text alone: version 5 of RFC 9562, in the name space of URLs} */
    public static UUID uuidOf(String text) {
        ByteBuffer name = ByteBuffer.allocate(16);
        UUID urls = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
        name.putLong(urls.getMostSignificantBits()).putLong(urls.getLeastSignificantBits());
        MessageDigest digest = digest("SHA-1");
        digest.update(name.array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & ~0xf000L) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static String hash(String algorithm, String text) {
        return HexFormat.of().formatHex(digest(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** {@return a value as JSON} */
    public static String json(Object value) {
        return JsonText.of(value);
    }
}
