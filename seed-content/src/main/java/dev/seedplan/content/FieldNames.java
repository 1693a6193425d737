package dev.seedplan.content;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names of the field that a component of a record takes. */
final class FieldNames {

    private FieldNames() {}

    /**
     * {@return for {@code readTime} the names {@code readTime}, {@code read_time} and {@code read-time}, the first that
     * a file has being taken} A row of capitals is one word: {@code pageURLPath} is {@code page_url_path}.
     */
    static List<String> of(String component) {
        return Stream.of(component, separated(component, '_'), separated(component, '-'))
                .distinct()
                .toList();
    }

    private static String separated(String name, char separator) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(c);
            boolean afterSmall = begins && !Character.isUpperCase(name.charAt(i - 1)) && name.charAt(i - 1) != '_';
            boolean beforeSmall = begins
                    && Character.isUpperCase(name.charAt(i - 1))
                    && i + 1 < name.length()
                    && Character.isLowerCase(name.charAt(i + 1));
            if (afterSmall || beforeSmall) {
                out.append(separator);
            }
            out.append(c == '_' ? separator : c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
