package dev.seedplan.processor.emit;

import java.util.Set;
import java.util.TreeMap;

/**
 * The text of a row class while it is written. A plain builder and not JavaPoet: row classes are nearly all that is
 * generated, and of 1,000 of them JavaPoet took as long as javac.
 */
final class RowText {

    private final StringBuilder body = new StringBuilder(16_384);
    private final TreeMap<String, String> imports = new TreeMap<>();
    private final Set<String> packageMembers;
    private final boolean nullMarked;

    /**
     * Begins a text.
     *
     * @param packageMembers the simple names of the classes of the row's package, which an import must not hide
     */
    RowText(Set<String> packageMembers, boolean nullMarked) {
        this.packageMembers = packageMembers;
        this.nullMarked = nullMarked;
    }

    /** {@return how the text mentions a class of another package: by its simple name, unless the row's package has one} */
    String use(String packageName, String simpleName) {
        if (packageMembers.contains(simpleName)) {
            return packageName + "." + simpleName;
        }
        imports.put(packageName + "." + simpleName, simpleName);
        return simpleName;
    }

    /** {@return the type, nullable where JSpecify can say so} */
    String nullable(String type) {
        if (!nullMarked) {
            return type;
        }
        String annotation = "@" + use("org.jspecify.annotations", "Nullable");
        if (type.endsWith("[]")) {
            return type.substring(0, type.length() - 2) + " " + annotation + " []";
        }
        int dot = type.indexOf('<') < 0 ? type.lastIndexOf('.') : type.lastIndexOf('.', type.indexOf('<'));
        // In a qualified name a type annotation stands before the last part.
        return dot < 0
                ? annotation + " " + type
                : type.substring(0, dot + 1) + annotation + " " + type.substring(dot + 1);
    }

    /** Appends pieces and a line end. */
    RowText line(String... pieces) {
        for (String piece : pieces) {
            body.append(piece);
        }
        body.append('\n');
        return this;
    }

    /** {@return the whole source} */
    String source(String packageName) {
        StringBuilder text = new StringBuilder(body.length() + 1_024);
        text.append("package ").append(packageName).append(";\n\n");
        imports.keySet().forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append('\n').append(body).toString();
    }
}
