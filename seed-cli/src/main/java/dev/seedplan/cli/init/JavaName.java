package dev.seedplan.cli.init;

import java.util.regex.Pattern;

/** What may be called so in Java. */
final class JavaName {

    private static final String WORD = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final Pattern CLASS = Pattern.compile(WORD);
    private static final Pattern PACKAGE = Pattern.compile(WORD + "(\\." + WORD + ")*");

    private JavaName() {}

    static boolean isPackage(String name) {
        return PACKAGE.matcher(name).matches();
    }

    static boolean isClass(String name) {
        return CLASS.matcher(name).matches();
    }
}
