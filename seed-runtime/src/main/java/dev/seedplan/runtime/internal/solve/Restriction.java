package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.regex.Language;
import dev.seedplan.runtime.internal.sql.Datum;
import dev.seedplan.runtime.internal.sql.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the value of an expression over one column must be into what the column must be, by undoing one function after
 * the other. Several results are alternatives; null says that the expression is not understood.
 */
final class Restriction {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "name");

    private final TableRules rules;

    Restriction(TableRules rules) {
        this.rules = rules;
    }

    @Nullable
    List<Facts> of(Expr expr, Constraint constraint) {
        if (expr instanceof Expr.Column column) {
            ColumnType type = rules.type(column.name());
            return type == null ? null : OfColumn.facts(type, constraint, rules);
        } else if (expr instanceof Expr.Collate collate) {
            return of(collate.of(), constraint);
        } else if (expr instanceof Expr.Cast cast) {
            return cast(cast, constraint);
        } else if (expr instanceof Expr.Call call && call.schema() == null) {
            return new OfCall(rules, this).facts(call, constraint);
        } else if (expr instanceof Expr.Binary binary && "+-*".contains(binary.operator())) {
            return arithmetic(binary, constraint);
        } else if (expr instanceof Expr.Unary unary
                && unary.operator().equals("-")
                && constraint instanceof Constraint.Compare compare) {
            return arithmetic(new Expr.Binary("-", new Expr.Numeral("0"), unary.of()), compare);
        }
        return new JsonAtoms(rules).value(expr, constraint);
    }

    private @Nullable List<Facts> cast(Expr.Cast cast, Constraint constraint) {
        String from = rules.typeKey(cast.of());
        String to = cast.type().key();
        if (from == null) {
            return null;
        } else if (from.equals(to) && cast.type().modifiers().isEmpty()) {
            return of(cast.of(), constraint);
        }
        boolean cut = !cast.type().modifiers().isEmpty();
        if (TEXTS.contains(to) && !cut) {
            if (from.equals("citext") && !(constraint instanceof Constraint.Length)) {
                Language language = language(constraint);
                return language == null ? null : of(cast.of(), new Constraint.In(language));
            }
            return TEXTS.contains(from) || rules.isEnum(from) ? of(cast.of(), constraint) : null;
        }
        boolean numbers = Set.of("int2", "int4", "int8").contains(from)
                && Set.of("int2", "int4", "int8", "numeric", "float8").contains(to);
        boolean real = (from.equals("numeric") || from.equals("float4")) && to.equals("float8");
        boolean decimal = from.equals("numeric") && to.equals("numeric") && !cut;
        if (numbers || real || decimal) {
            return of(cast.of(), constraint);
        }
        boolean times = from.equals("date") && to.startsWith("timestamp");
        if (times
                || (from.equals("timestamp") && to.equals("timestamptz"))
                || (from.equals("timestamptz") && to.equals("timestamp"))) {
            return constraint instanceof Constraint.Compare ? of(cast.of(), constraint) : null;
        }
        return to.equals("date") && from.startsWith("timestamp") ? days(cast.of(), constraint) : null;
    }

    /** The day of a time compared with a day. */
    private @Nullable List<Facts> days(Expr of, Constraint constraint) {
        if (!(constraint instanceof Constraint.Compare compare)
                || !(rules.evaluator().cast(compare.constant(), "date").value() instanceof java.time.LocalDate day)
                || day.equals(java.time.LocalDate.MAX)
                || day.equals(java.time.LocalDate.MIN)) {
            return null;
        }
        Datum start = new Datum("date", day);
        Datum next = new Datum("date", day.plusDays(1));
        return switch (compare.operator()) {
            case "<", ">=" -> of(of, new Constraint.Compare(compare.operator(), start));
            case ">" -> of(of, new Constraint.Compare(">=", next));
            case "<=" -> of(of, new Constraint.Compare("<", next));
            case "=" -> both(of(of, new Constraint.Compare(">=", start)), of(of, new Constraint.Compare("<", next)));
            default -> either(of(of, new Constraint.Compare("<", start)), of(of, new Constraint.Compare(">=", next)));
        };
    }

    static @Nullable List<Facts> both(@Nullable List<Facts> one, @Nullable List<Facts> other) {
        if (one == null || other == null) {
            return null;
        }
        List<Facts> result = new ArrayList<>();
        for (Facts a : one) {
            for (Facts b : other) {
                Facts merged = a.and(b);
                if (merged != null) {
                    result.add(merged);
                }
            }
        }
        return result;
    }

    static @Nullable List<Facts> either(@Nullable List<Facts> one, @Nullable List<Facts> other) {
        if (one == null || other == null) {
            return null;
        }
        List<Facts> result = new ArrayList<>(one);
        result.addAll(other);
        return result;
    }

    /** {@return the texts a constraint allows, null if it is no such constraint} */
    static @Nullable Language language(Constraint constraint) {
        if (constraint instanceof Constraint.In in) {
            return in.language();
        } else if (constraint instanceof Constraint.Length length && length.min() <= 255) {
            boolean exact = length.max() <= 255 || length.max() == Integer.MAX_VALUE;
            Language language = Language.length(length.min(), exact ? length.max() : 255);
            return exact ? language : language.inPart();
        } else if (constraint instanceof Constraint.Compare compare
                && compare.constant().value() instanceof String text) {
            return switch (compare.operator()) {
                case "=" -> Language.of(text);
                case "<>" -> Language.of(text).not();
                default -> null;
            };
        } else if (constraint instanceof Constraint.Among among) {
            List<String> texts = new ArrayList<>();
            for (Datum datum : among.constants()) {
                if (!(datum.value() instanceof String text)) {
                    return null;
                }
                texts.add(text);
            }
            return among.negated() ? Language.oneOf(texts).not() : Language.oneOf(texts);
        }
        return null;
    }

    /** Moves a constant summand or factor to the other side. */
    private @Nullable List<Facts> arithmetic(Expr.Binary binary, Constraint constraint) {
        if (!(constraint instanceof Constraint.Compare compare)) {
            return null;
        }
        Datum left = rules.constant(binary.left());
        Datum right = rules.constant(binary.right());
        Datum constant = left == null ? right : left;
        if (constant == null || (left != null && right != null)) {
            return null;
        }
        Expr inner = left == null ? binary.left() : binary.right();
        String operator = compare.operator();
        Datum bound;
        if (binary.operator().equals("*")) {
            return factor(inner, constant, compare);
        } else if (binary.operator().equals("+")) {
            bound = rules.compute("-", compare.constant(), constant);
        } else if (left == null) {
            bound = rules.compute("+", compare.constant(), constant);
        } else {
            bound = rules.compute("-", constant, compare.constant());
            operator = mirrored(operator);
        }
        // A month back from the end of a month is not where a month ahead comes from.
        boolean calendar = constant.type().equals("interval")
                && String.valueOf(constant.value()).matches("(?i).*(mon|year).*");
        return bound == null || calendar ? null : of(inner, new Constraint.Compare(operator, bound));
    }

    private @Nullable List<Facts> factor(Expr inner, Datum constant, Constraint.Compare compare) {
        if (!(constant.value() instanceof Number number) || !(compare.constant().value() instanceof Number bound)) {
            return null;
        }
        BigDecimal by = new BigDecimal(number.toString());
        if (by.signum() == 0) {
            return null;
        }
        BigDecimal quotient = new BigDecimal(bound.toString()).divide(by, 30, java.math.RoundingMode.HALF_EVEN);
        if (quotient.multiply(by).compareTo(new BigDecimal(bound.toString())) != 0
                && compare.operator().contains("=")) {
            return null;
        }
        String operator = by.signum() < 0 ? mirrored(compare.operator()) : compare.operator();
        return of(inner, new Constraint.Compare(operator, new Datum("numeric", quotient)));
    }

    static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }
}
