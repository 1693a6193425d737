package dev.seedplan.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds headings of markdown without reading the rest of it, by CommonMark 0.31, sections 4.2, 4.3 and 4.5. */
final class Headings {

    private static final Pattern ATX = Pattern.compile(" {0,3}#{1,6}(?:[ \\t]+(.*))?");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    /** What begins a block in which an underline makes no heading of the line above: a list, a quote, a code block. */
    private static final Pattern OTHER_BLOCK =
            Pattern.compile("(?: {4}|\\t| {0,3}(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])).*");

    private Headings() {}

    /** {@return the text of the first heading that has one, with its inline marks; null if there is none} */
    static @Nullable String first(String body) {
        String above = "";
        int paragraph = 0;
        String fence = "";
        for (String line : (Iterable<String>) body.lines()::iterator) {
            Matcher mark = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                if (mark.matches()
                        && mark.group(1).startsWith(fence)
                        && line.strip().equals(mark.group(1))) {
                    fence = "";
                }
                continue;
            }
            if (mark.matches()) {
                fence = mark.group(1);
                paragraph = 0;
                continue;
            }
            Matcher heading = ATX.matcher(line);
            if (heading.matches()) {
                String text = withoutClosing(
                        heading.group(1) == null ? "" : heading.group(1).strip());
                if (!text.isEmpty()) {
                    return text;
                }
                paragraph = 0;
            } else if (paragraph == 1 && UNDERLINE.matcher(line).matches()) {
                return above;
            } else if (line.isBlank()) {
                paragraph = 0;
            } else {
                // Only a paragraph of one line is taken: a heading of several would be no title.
                paragraph += paragraph == 0 && OTHER_BLOCK.matcher(line).matches() ? 2 : 1;
                above = line.strip();
            }
        }
        return null;
    }

    private static String withoutClosing(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '#') {
            end--;
        }
        boolean closing = end == 0 || text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t';
        return closing ? text.substring(0, end).strip() : text;
    }
}
