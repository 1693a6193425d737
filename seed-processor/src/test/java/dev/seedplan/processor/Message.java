package dev.seedplan.processor;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A diagnostic of a compiler.
 *
 * @param code our code, or nothing where the compiler itself speaks
 * @param kind ERROR, WARNING and so on
 * @param file the simple name of the source file, or nothing
 * @param line from 1, -1 for none
 * @param column from 1, -1 for none
 * @param text the message
 */
record Message(String code, Diagnostic.Kind kind, String file, long line, long column, String text) {

    private static final Pattern CODE = Pattern.compile("\\[(SEED-\\d{4})]");

    static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.getMessage(Locale.ROOT);
        Matcher code = CODE.matcher(text);
        JavaFileObject source = diagnostic.getSource();
        String path = source == null ? "" : source.getName().replace('\\', '/');
        return new Message(
                code.find() ? code.group(1) : "",
                diagnostic.getKind(),
                path.substring(path.lastIndexOf('/') + 1),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                text);
    }

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }
}
