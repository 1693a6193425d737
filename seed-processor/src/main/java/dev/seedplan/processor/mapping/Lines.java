package dev.seedplan.processor.mapping;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The classes that compiled lines mention, and the numbers of what they name. */
final class Lines {

    private static final String PACKAGE = "dev.seedplan.mapping";

    static final String FUNCTIONS_CLASS = PACKAGE + ".MappingFunctions";
    static final String TESTS_CLASS = PACKAGE + ".Tests";
    static final String VALUES_CLASS = "dev.seedplan.Values";
    static final ClassName EXPRESSIONS = ClassName.get(PACKAGE, "Expressions");
    static final ClassName CONVERSIONS = ClassName.get(PACKAGE, "Conversions");

    private int draws;
    private int variables;

    /** {@return the number of the next draw of a line, from 0} */
    int draw() {
        return draws++;
    }

    /** {@return a new name for the parameter of a lambda} */
    String variable() {
        return "v" + variables++;
    }

    /** {@return a state to come back to with {@link #back}, since trying an overload takes numbers} */
    int[] mark() {
        return new int[] {draws, variables};
    }

    void back(int[] mark) {
        draws = mark[0];
        variables = mark[1];
    }

    static @Nullable TypeElement element(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    static String nameOf(@Nullable TypeMirror type) {
        TypeElement element = element(type);
        return element == null ? "" : element.getQualifiedName().toString();
    }
}
