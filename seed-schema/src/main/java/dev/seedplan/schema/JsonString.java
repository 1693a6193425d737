package dev.seedplan.schema;

import java.util.Locale;

/** A text as a string of JSON: the one place that quotes, for snapshots, summaries, logs, audit files and commands. */
public final class JsonString {

    private JsonString() {}

    /**
     * {@return the text in quotes, escaped as RFC 8259 wants; also DEL and the line ends of Unicode, which editors and scripts
     * take for something else}
     *
     * @param text any text
     */
    public static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
