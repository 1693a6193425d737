package dev.seedplan.runtime.internal.exclusion;

import dev.seedplan.runtime.internal.definition.DefinitionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exclusion constraint as {@code pg_get_constraintdef} prints it, taken apart.
 *
 * @param method the index's access method
 * @param elements what is compared, in order: two rows clash where all operators hold
 * @param predicate the rows it is about; empty for all
 */
record ExclusionDefinition(String method, List<Element> elements, Optional<String> predicate) {

    private static final Pattern START = Pattern.compile("EXCLUDE USING (\\S+) (?=\\()");
    private static final Pattern OPERATOR = Pattern.compile("OPERATOR\\((?:[^.]+\\.)?(.+)\\)");
    private static final String WITH = " WITH ";
    private static final String WHERE = " WHERE ";

    /**
     * An expression with the operator under which two rows' values must not be.
     *
     * @param sql the expression, without collation, operator class and order
     * @param operator its symbol, without a schema
     */
    record Element(String sql, String operator) {

        /** {@return whether equal values are what clashes} */
        boolean isEquality() {
            return operator.equals("=") || operator.equals("~=");
        }
    }

    /**
     * {@return the parts of a definition}
     *
     * @throws IllegalArgumentException if it is no exclusion constraint
     */
    static ExclusionDefinition parse(String definition) {
        Matcher start = START.matcher(definition);
        if (!start.lookingAt()) {
            throw new IllegalArgumentException("\"" + definition + "\" is no exclusion constraint");
        }
        int end = DefinitionText.after(definition, start.end());
        List<Element> elements = new ArrayList<>();
        for (String text : DefinitionText.split(definition.substring(start.end() + 1, end - 1))) {
            elements.add(element(text));
        }
        int where = DefinitionText.find(definition, WHERE, end);
        Optional<String> predicate = where < 0
                ? Optional.empty()
                : Optional.of(DefinitionText.unwrap(definition.substring(
                        where + WHERE.length(), DefinitionText.after(definition, where + WHERE.length()))));
        return new ExclusionDefinition(start.group(1), elements, predicate);
    }

    private static Element element(String text) {
        int with = DefinitionText.find(text, WITH, 0);
        String operator = text.substring(with + WITH.length());
        Matcher qualified = OPERATOR.matcher(operator);
        int end = 0;
        while (text.charAt(end) != ' ') {
            end = DefinitionText.after(text, end);
        }
        return new Element(text.substring(0, end), qualified.matches() ? qualified.group(1) : operator);
    }
}
