package dev.seedplan.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the names of types. */
final class TypeParser {

    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    private TypeParser() {}

    static TypeName type(Cursor in) {
        Token first = in.take();
        if (!first.isName()) {
            throw in.error("expected a type");
        }
        if (in.takeIf(".")) {
            String name = in.take().text();
            List<String> modifiers = modifiers(in);
            boolean builtIn = first.text().equals("pg_catalog");
            return new TypeName(builtIn ? null : first.text(), name, modifiers, dimensions(in));
        }
        if (first.kind() == Token.Kind.QUOTED) {
            List<String> modifiers = modifiers(in);
            return new TypeName(null, first.text(), modifiers, dimensions(in));
        }
        String words = first.text();
        if ((words.equals("character") || words.equals("bit") || words.equals("char")) && in.takeIf("varying")) {
            words = words.equals("bit") ? "bit varying" : "character varying";
        } else if (words.equals("double") && in.takeIf("precision")) {
            words = "double precision";
        }
        while (words.equals("interval") && INTERVAL_FIELDS.contains(in.peek().text())) {
            in.take();
        }
        List<String> modifiers = modifiers(in);
        if (words.equals("timestamp") || words.equals("time")) {
            if (in.takeIf("with", "time", "zone")) {
                words += " with time zone";
            } else if (in.takeIf("without", "time", "zone")) {
                words += " without time zone";
            }
        }
        return TypeName.words(words, modifiers, dimensions(in));
    }

    private static List<String> modifiers(Cursor in) {
        List<String> modifiers = new ArrayList<>();
        if (in.takeIf("(")) {
            StringBuilder text = new StringBuilder();
            while (!in.at(")")) {
                Token token = in.take();
                if (token.is(",")) {
                    modifiers.add(text.toString());
                    text.setLength(0);
                } else if (token.kind() == Token.Kind.END) {
                    throw in.error("the modifier of a type is not closed");
                } else {
                    text.append(token.text());
                }
            }
            in.expect(")");
            modifiers.add(text.toString());
        }
        return List.copyOf(modifiers);
    }

    private static int dimensions(Cursor in) {
        int dimensions = 0;
        if (in.takeIf("array")) {
            dimensions = 1;
        }
        while (in.at("[") && (in.peek(1).is("]") || in.peek(2).is("]"))) {
            in.take();
            if (in.peek().kind() == Token.Kind.NUMBER) {
                in.take();
            }
            if (!in.takeIf("]")) {
                throw in.error("expected ]");
            }
            dimensions++;
        }
        return dimensions;
    }
}
