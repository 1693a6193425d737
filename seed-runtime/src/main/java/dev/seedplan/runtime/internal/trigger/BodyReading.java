package dev.seedplan.runtime.internal.trigger;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one function's body, and those it calls, for what they do to an INSERT. */
final class BodyReading {

    private static final Set<String> HARMLESS = Set.of("notice", "warning", "info", "log", "debug");
    private static final Set<String> OUTSIDE = Set.of(
            "dblink",
            "dblink_exec",
            "dblink_send_query",
            "http_post",
            "http_get",
            "http",
            "http_request",
            "pg_background_launch");
    private static final Set<String> READABLE = Set.of("plpgsql", "sql");
    private static final int DEPTH = 5;

    private final Snapshot snapshot;
    private final Table table;
    private final Map<String, List<FunctionSource>> functions;
    private final boolean before;
    private final Set<Effect> effects = new LinkedHashSet<>();
    private final Set<FunctionSource> seen = new HashSet<>();

    /** Takes the functions by the last part of their names, and whether the trigger sees the row before it is stored. */
    BodyReading(Snapshot snapshot, Table table, Map<String, List<FunctionSource>> functions, boolean before) {
        this.snapshot = snapshot;
        this.table = table;
        this.functions = functions;
        this.before = before;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    void function(FunctionSource source, int depth) {
        if (!seen.add(source)) {
            return;
        } else if (!READABLE.contains(source.language())) {
            add(Effect.Kind.UNREADABLE, source.name().toString(), "a function in " + source.language());
            return;
        }
        body(new Tokens(source.body()), depth);
    }

    /** A branch of IF: whether an INSERT can come here, and the columns that are known to be NULL. */
    private record Branch(boolean reached, boolean elseReached, Set<String> nulls) {}

    void body(Tokens tokens, int depth) {
        Deque<Branch> branches = new ArrayDeque<>();
        boolean first = true;
        for (int i = 0; i < tokens.size(); i++) {
            boolean ifs = tokens.startsStatement(i) && tokens.are(i, "if");
            if (ifs || tokens.are(i, "elsif") || tokens.are(i, "elseif")) {
                Branch above = ifs ? null : branches.poll();
                branches.push(branch(tokens, i, above == null || above.elseReached()));
            } else if (tokens.startsStatement(i + 1)
                    && tokens.are(i, "else")
                    && !branches.isEmpty()
                    && isOfIf(tokens, i)) {
                Branch above = branches.pop();
                branches.push(new Branch(above.elseReached(), false, Set.of()));
            } else if (tokens.are(i, "end", "if") && !branches.isEmpty()) {
                branches.pop();
                i++;
            } else if (branches.stream().allMatch(Branch::reached)) {
                token(tokens, i, branches, first, depth);
            }
            first &= !tokens.are(i, ";") || !isBegun(tokens, i);
        }
    }

    /** The ELSE of a CASE in an expression is followed by a value, and preceded by one: a statement's by a semicolon. */
    private static boolean isOfIf(Tokens tokens, int i) {
        return tokens.are(i - 1, ";");
    }

    private static boolean isBegun(Tokens tokens, int i) {
        for (int k = 0; k < i; k++) {
            if (tokens.are(k, "begin")) {
                return true;
            }
        }
        return false;
    }

    private static Branch branch(Tokens tokens, int start, boolean reachedAtAll) {
        Set<String> nulls = new HashSet<>();
        int operations = 0;
        int ors = 0;
        boolean asksMore = false;
        boolean insert = false;
        boolean negated = false;
        for (int i = start + 1; i < tokens.size() && !tokens.are(i, "then"); i++) {
            if (tokens.are(i, "tg_op")) {
                operations++;
                negated |= tokens.are(i + 1, "<>") || tokens.are(i + 1, "!=") || tokens.are(i + 1, "not");
            }
            ors += tokens.are(i, "or") ? 1 : 0;
            asksMore |= tokens.are(i, "and") || tokens.are(i, "or");
            insert |= tokens.at(i).kind() == Tokens.Token.Kind.STRING
                    && tokens.at(i).text().equalsIgnoreCase("insert");
            if (tokens.are(i, "new", ".") && tokens.are(i + 3, "is", "null")) {
                nulls.add(tokens.at(i + 2).text());
            }
        }
        boolean asksOperation = operations > 0;
        boolean reached = !asksOperation || insert != negated || ors >= operations;
        return new Branch(reachedAtAll && reached, reachedAtAll && !(asksOperation && reached && !asksMore), nulls);
    }

    private void token(Tokens tokens, int i, Deque<Branch> branches, boolean first, int depth) {
        if (tokens.are(i, "raise")
                && tokens.startsStatement(i)
                && !HARMLESS.contains(tokens.at(i + 1).text())) {
            boolean always = first && branches.isEmpty();
            add(always ? Effect.Kind.ALWAYS_RAISES : Effect.Kind.MAY_RAISE, "", tokens.statement(i));
        } else if (tokens.are(i, "assert") && tokens.startsStatement(i)) {
            add(Effect.Kind.MAY_RAISE, "", tokens.statement(i));
        } else if (tokens.are(i, "insert", "into")) {
            inserted(tokens, i + 2);
        } else if (tokens.are(i, "merge", "into") || (tokens.are(i, "delete", "from") && !tokens.are(i - 1, "on"))) {
            changed(tokens, i + 2);
        } else if (tokens.are(i, "update")
                && !tokens.are(i - 1, "for")
                && !tokens.are(i - 1, "do")
                && !tokens.are(i - 1, "key")) {
            changed(tokens, tokens.are(i + 1, "only") ? i + 2 : i + 1);
        } else if (tokens.are(i, "from") || tokens.are(i, "join")) {
            tableAt(tokens, i + 1)
                    .ifPresent(read -> add(Effect.Kind.READS, read.name().toString(), tokens.statement(i)));
        } else if (tokens.are(i, "new") && before) {
            assigned(tokens, i, branches);
        } else if (tokens.are(i, "return", "null", ";") && before) {
            add(Effect.Kind.SWALLOWS, "", tokens.statement(i));
        } else if (tokens.are(i, "execute") && tokens.startsStatement(i)) {
            add(Effect.Kind.DYNAMIC, "", tokens.statement(i));
        } else if (tokens.are(i, "notify") && tokens.startsStatement(i)) {
            add(Effect.Kind.NOTIFIES, tokens.at(i + 1).text(), tokens.statement(i));
        } else if (tokens.at(i).isName() && tokens.are(i + 1, "(")) {
            called(tokens, i, depth);
        }
    }

    private void inserted(Tokens tokens, int i) {
        tableAt(tokens, i).ifPresent(into -> {
            boolean parent = table.foreignKeys().stream()
                    .anyMatch(key -> key.references().equals(into.name()));
            boolean child =
                    into.foreignKeys().stream().anyMatch(key -> key.references().equals(table.name()));
            boolean other = !into.name().equals(table.name());
            Effect.Kind kind = parent && other
                    ? Effect.Kind.INSERTS_PARENT
                    : child && other ? Effect.Kind.INSERTS_CHILD : Effect.Kind.INSERTS;
            add(kind, into.name().toString(), tokens.statement(i));
        });
    }

    private void changed(Tokens tokens, int i) {
        tableAt(tokens, i)
                .ifPresent(other -> add(Effect.Kind.CHANGES, other.name().toString(), tokens.statement(i)));
    }

    /** {@code NEW.a := …}, {@code NEW := …}, and {@code SELECT … INTO NEW.a, NEW.b}. */
    private void assigned(Tokens tokens, int i, Deque<Branch> branches) {
        boolean whole = !tokens.are(i + 1, ".");
        int after = whole ? i + 1 : i + 3;
        String column = whole ? "*" : tokens.at(i + 2).text();
        boolean assignment = tokens.startsStatement(i) && (tokens.are(after, ":=") || tokens.are(after, "="));
        if (!assignment && !isIntoList(tokens, i)) {
            return;
        }
        boolean onlyNull = branches.stream().anyMatch(branch -> branch.nulls().contains(column))
                || (tokens.are(after + 1, "coalesce", "(", "new", ".")
                        && tokens.at(after + 5).text().equals(column));
        add(onlyNull ? Effect.Kind.DEFAULTS : Effect.Kind.SETS, column, tokens.statement(i));
    }

    private static boolean isIntoList(Tokens tokens, int i) {
        int k = i - 1;
        while (k > 0
                && (tokens.are(k, ",")
                        || tokens.are(k, ".")
                        || (tokens.at(k).isName() && !tokens.are(k, "into") && !tokens.are(k, "strict")))) {
            if (tokens.at(k).isName() && tokens.at(k + 1).isName()) {
                return false;
            }
            k--;
        }
        return tokens.are(k, "into") || (tokens.are(k, "strict") && tokens.are(k - 1, "into"));
    }

    private void called(Tokens tokens, int i, int depth) {
        String name = tokens.at(i).text();
        if (name.equals("current_setting")) {
            boolean optional = tokens.are(tokens.are(i + 3, "::", "text") ? i + 5 : i + 3, ",", "true");
            add(
                    optional ? Effect.Kind.READS_SETTING : Effect.Kind.NEEDS_SETTING,
                    tokens.at(i + 2).text(),
                    tokens.statement(i));
        } else if (name.equals("pg_notify")) {
            add(Effect.Kind.NOTIFIES, tokens.at(i + 2).text(), tokens.statement(i));
        } else if (OUTSIDE.contains(name)) {
            add(Effect.Kind.REACHES_OUTSIDE, name, tokens.statement(i));
        } else if (depth < DEPTH) {
            functions.getOrDefault(name, List.of()).stream()
                    .filter(source -> READABLE.contains(source.language()))
                    .forEach(source -> function(source, depth + 1));
        }
    }

    /** {@return the table of a name, with its schema or of any where only one has it} */
    private Optional<Table> tableAt(Tokens tokens, int i) {
        if (!tokens.at(i).isName()) {
            return Optional.empty();
        } else if (tokens.are(i + 1, ".")) {
            return snapshot.table(
                    new QName(tokens.at(i).text(), tokens.at(i + 2).text()));
        }
        String name = tokens.at(i).text();
        List<Table> named = new ArrayList<>(snapshot.tables().stream()
                .filter(other -> other.name().name().equals(name))
                .toList());
        return named.stream()
                .filter(other -> other.name().schema().equals(table.name().schema()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private void add(Effect.Kind kind, String object, String evidence) {
        if (effects.stream()
                .noneMatch(effect -> effect.kind() == kind && effect.object().equals(object))) {
            effects.add(new Effect(kind, object, evidence));
        }
    }
}
