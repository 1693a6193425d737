package dev.seedplan.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Texts and lists of texts as Java. */
final class Literals {

    /** A constant in a class file holds 65,535 bytes; a character takes up to three. */
    private static final int LONGEST = 20_000;

    private Literals() {}

    /** {@return a text, in parts where it is too long for one constant} */
    static CodeBlock text(String text) {
        if (text.length() <= LONGEST) {
            return CodeBlock.of("$S", text);
        }
        List<CodeBlock> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += LONGEST) {
            parts.add(CodeBlock.of("$S", text.substring(from, Math.min(text.length(), from + LONGEST))));
        }
        return CodeBlock.of("$T.join($S, $L)", String.class, "", CodeBlock.join(parts, ", "));
    }

    /** {@return texts, separated by commas} */
    static CodeBlock texts(Collection<String> texts) {
        return CodeBlock.join(texts.stream().map(Literals::text).toList(), ", ");
    }

    /** {@return an immutable list of texts} */
    static CodeBlock list(Collection<String> texts) {
        return CodeBlock.of("$T.of($L)", List.class, texts(texts));
    }
}
