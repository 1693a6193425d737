package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.Values;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names and literals of Java. */
final class JavaText {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_",
            "row");

    /** A method of the plan would hide what is imported under the same name. */
    private static final Set<String> CATALOGUE = catalogue();

    private JavaText() {}

    private static Set<String> catalogue() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Values.class.getMethods()).map(Method::getName).forEach(names::add);
        return names;
    }

    /** {@return the name of the row method for a row class} */
    static String nameOf(String rowClass) {
        String stem = rowClass.endsWith("Row") ? rowClass.substring(0, rowClass.length() - 3) : rowClass;
        return name(stem.substring(0, 1).toLowerCase(Locale.ROOT) + stem.substring(1));
    }

    /** {@return a name that neither the language nor the catalogue of values has} */
    static String name(String name) {
        return KEYWORDS.contains(name) || CATALOGUE.contains(name) ? name + "Rows" : name;
    }

    /** {@return a whole number as a literal} */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }

    /** {@return a text as a literal} */
    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
