package dev.seedplan.runtime.internal.sql;

import dev.seedplan.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bodies of the user's one-statement SQL functions in the place of their calls, where the body is {@code SELECT}
 * or {@code RETURN} of an expression and not more.
 */
public final class Inlining {

    /** Functions call functions; one that calls itself ends here. */
    private static final int DEPTH = 8;

    private static final Pattern SELECT = Pattern.compile("(?is)\\s*(?:select|return)\\b(.*?);?\\s*");
    private static final Pattern BLOCK = Pattern.compile("(?is)\\s*begin\\s+atomic\\b(.*?);?\\s*end\\s*;?\\s*");

    private record Body(List<String> names, Expr expr) {}

    private final Map<String, List<Body>> bodies = new HashMap<>();

    /** Inlines these functions. */
    public Inlining(List<Snapshot.Function> functions) {
        for (Snapshot.Function function : functions) {
            Body body = body(function);
            if (body != null) {
                bodies.computeIfAbsent(function.name().name(), name -> new ArrayList<>())
                        .add(body);
            }
        }
    }

    /** {@return an expression with the calls replaced} */
    public Expr inline(Expr expr) {
        return bodies.isEmpty() ? expr : inline(expr, 0);
    }

    private Expr inline(Expr expr, int depth) {
        return Substitution.replace(expr, part -> {
            if (!(part instanceof Expr.Call call) || depth == DEPTH) {
                return null;
            }
            Body body = fitting(call);
            if (body == null) {
                return null;
            }
            List<Expr> arguments =
                    call.arguments().stream().map(a -> inline(a, depth)).toList();
            return inline(filled(body, arguments), depth + 1);
        });
    }

    private @Nullable Body fitting(Expr.Call call) {
        List<Body> overloads = bodies.getOrDefault(call.name(), List.of()).stream()
                .filter(body -> body.names.size() == call.arguments().size())
                .toList();
        // Which of several is meant depends on types.
        return overloads.size() == 1 ? overloads.get(0) : null;
    }

    private static Expr filled(Body body, List<Expr> arguments) {
        return Substitution.replace(body.expr, part -> {
            if (part instanceof Expr.Parameter parameter && parameter.number() <= arguments.size()) {
                return arguments.get(parameter.number() - 1);
            } else if (part instanceof Expr.Column column && body.names.contains(column.name())) {
                return arguments.get(body.names.indexOf(column.name()));
            }
            return null;
        });
    }

    private static @Nullable Body body(Snapshot.Function function) {
        if (function.body() == null
                || !function.language().equals("sql")
                || (function.volatility().equals("v") && function.body().contains("random"))) {
            return null;
        }
        Matcher block = BLOCK.matcher(function.body());
        Matcher select = SELECT.matcher(block.matches() ? block.group(1) : function.body());
        if (!select.matches()) {
            return null;
        }
        try {
            List<TypeName> types = new ArrayList<>();
            List<String> names = arguments(function.arguments(), types);
            Expr expr = SqlParser.parse(select.group(1));
            // A column that is no parameter comes from a table, whatever the parser made of it.
            boolean closed = names.containsAll(Substitution.columns(expr)) && !Substitution.hasOpaqueSelect(expr);
            return closed ? new Body(names, expr) : null;
        } catch (SyntaxException e) {
            return null;
        }
    }

    /** The names of arguments listed as {@code pg_get_function_identity_arguments} does; of a nameless one the empty text. */
    private static List<String> arguments(String listed, List<TypeName> types) {
        List<String> names = new ArrayList<>();
        Cursor in = new Cursor(listed);
        while (in.peek().kind() != Token.Kind.END) {
            if (in.at("in") || in.at("variadic")) {
                in.take();
            }
            int mark = in.mark();
            String name = "";
            TypeName type = TypeParser.type(in);
            boolean ended = in.at(",") || in.peek().kind() == Token.Kind.END;
            if (!ended) {
                in.reset(mark);
                name = in.take().text().toLowerCase(Locale.ROOT);
                type = TypeParser.type(in);
            }
            names.add(name);
            types.add(type);
            in.takeIf(",");
        }
        return names;
    }
}
