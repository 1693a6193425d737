package dev.seedplan.processor.emit;

/** Texts of a database inside Javadoc. */
final class Doc {

    private Doc() {}

    /** {@return the text with everything escaped that Javadoc, HTML or Java's comments could take for their own} */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                case '*' -> out.append("&#42;");
                // A backslash before a "u" would begin a Unicode escape, in a comment too.
                case '\\' -> out.append("&#92;");
                case '\n' -> out.append('\n');
                case '\t' -> out.append(' ');
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** {@return the text as code, escaped} */
    static String code(String text) {
        String line = text.replace('\n', ' ');
        return "<code>" + (line.isBlank() ? "&quot;" + line + "&quot;" : escaped(line)) + "</code>";
    }

    /** {@return the lines of a text, each but the first after a prefix that has no white space at its end if alone} */
    static String lines(String text, String prefix) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        return text.replace("\n\n", "\n" + prefix.stripTrailing() + "\n")
                .replace("\n", "\n" + prefix)
                .replace(prefix + prefix.stripTrailing() + "\n", prefix.stripTrailing() + "\n");
    }
}
