package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.solve.Step.Goal;
import dev.seedplan.runtime.internal.sql.Expr;
import dev.seedplan.runtime.internal.sql.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes decisions out of comparisons: CASE, coalesce, counts of NULLs, greatest and least, conditions cast to numbers. */
final class Lifting {

    private static final Set<String> EXTREMES = Set.of("greatest", "least");

    private final TableRules rules;

    Lifting(TableRules rules) {
        this.rules = rules;
    }

    /** {@return the ways with the first decision taken, null if the expression holds none} */
    @Nullable
    List<List<Step>> lift(Expr expr, int outcomes) {
        Expr found = find(expr);
        if (found == null) {
            return null;
        }
        boolean[] done = new boolean[1];
        UnaryOperator<Expr> with = by -> {
            done[0] = false;
            // Only the first of several equal ones: the others follow in the next round.
            return Substitution.replace(expr, part -> {
                if (!done[0] && part.equals(found)) {
                    done[0] = true;
                    return by;
                }
                return null;
            });
        };
        if (found instanceof Expr.Case branches) {
            return branches(branches, with, outcomes);
        } else if (found instanceof Expr.Cast cast) {
            return truths(cast.of(), with, outcomes);
        }
        Expr.Call call = (Expr.Call) found;
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case "coalesce" -> coalesce(call, with, outcomes);
            case "nullif" -> nullIf(call, with, outcomes);
            case "greatest", "least" -> extreme(call, with, outcomes);
            default -> count(call, expr, with, outcomes);
        };
    }

    private @Nullable Expr find(Expr expr) {
        Expr[] found = new Expr[1];
        Substitution.replace(expr, part -> {
            if (found[0] == null && part != expr && isDecision(part)) {
                found[0] = part;
            } else if (found[0] == null && part == expr && part instanceof Expr.Call call && isChoice(call)) {
                found[0] = part;
            }
            return null;
        });
        return found[0];
    }

    private boolean isDecision(Expr part) {
        if (Substitution.columns(part).isEmpty()) {
            return false;
        } else if (part instanceof Expr.Case) {
            return true;
        } else if (part instanceof Expr.Cast cast) {
            boolean number = Set.of("int4", "int8", "int2").contains(cast.type().key());
            boolean condition = cast.of() instanceof Expr.Is
                    || cast.of() instanceof Expr.Not
                    || cast.of() instanceof Expr.And
                    || cast.of() instanceof Expr.Or
                    || (cast.of() instanceof Expr.Column column && rules.isBoolean(column.name()))
                    || (cast.of() instanceof Expr.Binary binary && Atoms.CONDITIONS.contains(binary.operator()));
            return number && condition;
        }
        return part instanceof Expr.Call call && isChoice(call);
    }

    private static boolean isChoice(Expr.Call call) {
        String name = call.name().toLowerCase(Locale.ROOT);
        return call.schema() == null
                && !Substitution.columns(call).isEmpty()
                && (name.equals("coalesce")
                        || name.equals("nullif")
                        || EXTREMES.contains(name)
                        || ((name.equals("num_nonnulls") || name.equals("num_nulls"))
                                && !Substitution.hasOpaque(call)));
    }

    /** One way for each branch: the conditions before it do not hold, its own does. */
    List<List<Step>> branches(Expr.Case branches, UnaryOperator<Expr> with, int outcomes) {
        List<List<Step>> ways = new ArrayList<>();
        List<Step> before = new ArrayList<>();
        for (Expr.When when : branches.whens()) {
            Expr condition = branches.operand() == null
                    ? when.condition()
                    : new Expr.Binary("=", branches.operand(), when.condition());
            List<Step> way = new ArrayList<>(before);
            way.add(new Goal(condition, Outcomes.TRUE));
            way.add(new Goal(with.apply(when.result()), outcomes));
            ways.add(way);
            before.add(new Goal(condition, Outcomes.FALSE | Outcomes.NULL));
        }
        before.add(
                new Goal(with.apply(branches.otherwise() == null ? new Expr.Null() : branches.otherwise()), outcomes));
        ways.add(before);
        return ways;
    }

    private static List<List<Step>> truths(Expr condition, UnaryOperator<Expr> with, int outcomes) {
        return List.of(
                List.of(new Goal(condition, Outcomes.TRUE), new Goal(with.apply(new Expr.Numeral("1")), outcomes)),
                List.of(new Goal(condition, Outcomes.FALSE), new Goal(with.apply(new Expr.Numeral("0")), outcomes)),
                List.of(new Goal(condition, Outcomes.NULL), new Goal(with.apply(new Expr.Null()), outcomes)));
    }

    private static Step isNull(Expr expr, boolean isNull) {
        return new Goal(new Expr.Is(expr, "NULL", false), isNull ? Outcomes.TRUE : Outcomes.FALSE);
    }

    private static List<List<Step>> coalesce(Expr.Call call, UnaryOperator<Expr> with, int outcomes) {
        Expr first = call.arguments().get(0);
        if (call.arguments().size() == 1) {
            return Step.all(new Goal(with.apply(first), outcomes));
        }
        List<Expr> rest = call.arguments().subList(1, call.arguments().size());
        Expr others = rest.size() == 1 ? rest.get(0) : new Expr.Call(null, "coalesce", List.copyOf(rest));
        return List.of(
                List.of(isNull(first, false), new Goal(with.apply(first), outcomes)),
                List.of(isNull(first, true), new Goal(with.apply(others), outcomes)));
    }

    private static List<List<Step>> nullIf(Expr.Call call, UnaryOperator<Expr> with, int outcomes) {
        Expr equal =
                new Expr.Binary("=", call.arguments().get(0), call.arguments().get(1));
        return List.of(
                List.of(
                        new Goal(equal, Outcomes.FALSE | Outcomes.NULL),
                        new Goal(with.apply(call.arguments().get(0)), outcomes)),
                List.of(new Goal(equal, Outcomes.TRUE), new Goal(with.apply(new Expr.Null()), outcomes)));
    }

    /** The first two become one: NULLs do not count. */
    private static List<List<Step>> extreme(Expr.Call call, UnaryOperator<Expr> with, int outcomes) {
        Expr first = call.arguments().get(0);
        if (call.arguments().size() == 1) {
            return Step.all(new Goal(with.apply(first), outcomes));
        }
        Expr second = call.arguments().get(1);
        List<Expr> rest = call.arguments().subList(2, call.arguments().size());
        String order = call.name().equalsIgnoreCase("greatest") ? ">=" : "<=";
        Expr firstWins = new Expr.Binary(order, first, second);
        List<List<Step>> ways = new ArrayList<>();
        for (Expr winner : List.of(first, second)) {
            Expr loser = winner == first ? second : first;
            List<Expr> left = new ArrayList<>(List.of(winner));
            left.addAll(rest);
            Expr after = left.size() == 1 ? winner : new Expr.Call(null, call.name(), List.copyOf(left));
            ways.add(List.of(
                    new Goal(firstWins, winner == first ? Outcomes.TRUE : Outcomes.FALSE),
                    new Goal(with.apply(after), outcomes)));
            ways.add(List.of(isNull(loser, true), new Goal(with.apply(after), outcomes)));
        }
        return ways;
    }

    /** One argument after the other is NULL or not. */
    private static List<List<Step>> count(Expr.Call call, Expr whole, UnaryOperator<Expr> with, int outcomes) {
        boolean nulls = call.name().equalsIgnoreCase("num_nulls");
        long sum = 0;
        List<Expr> open = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            if (argument instanceof Expr.Numeral) {
                // Counted already: a constant is not NULL. Of num_nulls it stands for one NULL, see below.
                sum++;
            } else {
                open.add(argument);
            }
        }
        Expr first = open.get(0);
        List<Expr> rest = open.subList(1, open.size());
        List<List<Step>> ways = new ArrayList<>();
        for (boolean isNull : new boolean[] {false, true}) {
            long counted = sum + (isNull == nulls ? 1 : 0);
            if (hopeless(whole, call, counted, counted + rest.size(), outcomes)) {
                continue;
            }
            Expr after =
                    rest.isEmpty() ? new Expr.Numeral(Long.toString(counted)) : counted(call.name(), counted, rest);
            ways.add(List.of(isNull(first, isNull), new Goal(with.apply(after), outcomes)));
        }
        return ways;
    }

    /** Whether no count from {@code min} to {@code max} can be what is asked for. */
    private static boolean hopeless(Expr whole, Expr.Call call, long min, long max, int outcomes) {
        if (!(whole instanceof Expr.Binary binary)
                || !binary.left().equals(call)
                || !(binary.right() instanceof Expr.Numeral number)
                || number.digits().length() > 9
                || number.digits().contains(".")) {
            return false;
        }
        long wanted = Long.parseLong(number.digits());
        for (long count = min; count <= max; count++) {
            boolean holds = switch (binary.operator()) {
                case "=" -> count == wanted;
                case "<>" -> count != wanted;
                case "<" -> count < wanted;
                case "<=" -> count <= wanted;
                case ">" -> count > wanted;
                case ">=" -> count >= wanted;
                default -> true;
            };
            if ((outcomes & (holds ? Outcomes.TRUE : Outcomes.FALSE)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Expr counted(String name, long counted, List<Expr> rest) {
        List<Expr> arguments = new ArrayList<>();
        for (long i = 0; i < counted; i++) {
            arguments.add(new Expr.Numeral("1"));
        }
        arguments.addAll(rest);
        return new Expr.Call(null, name, List.copyOf(arguments));
    }
}
