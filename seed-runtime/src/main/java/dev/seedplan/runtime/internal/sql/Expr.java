package dev.seedplan.runtime.internal.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An SQL expression. Its {@code toString} is SQL with every operation in parentheses, which the parser reads back to an
 * equal tree.
 */
public sealed interface Expr {

    /** A string constant without a type yet. */
    record Text(String value) implements Expr {
        @Override
        public String toString() {
            return Quoting.string(value);
        }
    }

    /** A number as written. */
    record Numeral(String digits) implements Expr {
        @Override
        public String toString() {
            return digits;
        }
    }

    /** {@code TRUE} or {@code FALSE}. */
    record Bool(boolean value) implements Expr {
        @Override
        public String toString() {
            return value ? "true" : "false";
        }
    }

    /** {@code NULL}. */
    record Null() implements Expr {
        @Override
        public String toString() {
            return "NULL";
        }
    }

    /** A value known already, put in the place of a column. */
    record Known(Datum datum) implements Expr {
        @Override
        public String toString() {
            return datum.toString();
        }
    }

    /** A column, or a function's parameter by name; {@code table} where qualified. */
    record Column(@Nullable String table, String name) implements Expr {
        @Override
        public String toString() {
            return (table == null ? "" : Quoting.identifier(table) + ".") + Quoting.identifier(name);
        }
    }

    /** {@code $n} of a function's body. */
    record Parameter(int number) implements Expr {
        @Override
        public String toString() {
            return "$" + number;
        }
    }

    /** A field of a composite value. */
    record Field(Expr of, String name) implements Expr {
        @Override
        public String toString() {
            return "(" + of + ")." + Quoting.identifier(name);
        }
    }

    /** A cast. */
    record Cast(Expr of, TypeName type) implements Expr {
        @Override
        public String toString() {
            return "(" + of + ")::" + type;
        }
    }

    /** {@code NOT}. */
    record Not(Expr of) implements Expr {
        @Override
        public String toString() {
            return "(NOT " + of + ")";
        }
    }

    /** {@code AND} of two or more. */
    record And(List<Expr> of) implements Expr {
        @Override
        public String toString() {
            return of.stream().map(Expr::toString).collect(Collectors.joining(" AND ", "(", ")"));
        }
    }

    /** {@code OR} of two or more. */
    record Or(List<Expr> of) implements Expr {
        @Override
        public String toString() {
            return of.stream().map(Expr::toString).collect(Collectors.joining(" OR ", "(", ")"));
        }
    }

    /** A prefix operator other than NOT. */
    record Unary(String operator, Expr of) implements Expr {
        @Override
        public String toString() {
            return "(" + operator + " " + of + ")";
        }
    }

    /** An infix operator by its symbol ({@code <>}, {@code ~~} for LIKE), without a schema. */
    record Binary(String operator, Expr left, Expr right) implements Expr {
        @Override
        public String toString() {
            return "(" + left + " " + operator + " " + right + ")";
        }
    }

    /** {@code left operator ANY (right)}, or ALL. */
    record Quantified(Expr left, String operator, boolean all, Expr right) implements Expr {
        @Override
        public String toString() {
            return "(" + left + " " + operator + (all ? " ALL (" : " ANY (") + right + "))";
        }
    }

    /** {@code IS [NOT]} one of {@code NULL}, {@code TRUE}, {@code FALSE}, {@code UNKNOWN}, {@code JSON OBJECT}, …. */
    record Is(Expr of, String what, boolean negated) implements Expr {
        @Override
        public String toString() {
            return "(" + of + (negated ? " IS NOT " : " IS ") + what + ")";
        }
    }

    /** {@code IS [NOT] DISTINCT FROM}. */
    record Distinct(Expr left, Expr right, boolean negated) implements Expr {
        @Override
        public String toString() {
            return "(" + left + (negated ? " IS NOT DISTINCT FROM " : " IS DISTINCT FROM ") + right + ")";
        }
    }

    /** {@code CASE}; with an operand the conditions are what it is compared with. */
    record Case(
            @Nullable Expr operand,
            List<When> whens,
            @Nullable Expr otherwise) implements Expr {
        @Override
        public String toString() {
            return "CASE" + (operand == null ? "" : " " + operand)
                    + whens.stream()
                            .map(w -> " WHEN " + w.condition + " THEN " + w.result)
                            .collect(Collectors.joining())
                    + (otherwise == null ? "" : " ELSE " + otherwise) + " END";
        }
    }

    /** A branch of {@code CASE}. */
    record When(Expr condition, Expr result) {}

    /**
     * A function call. What has a syntax of its own is a call too: {@code coalesce}, {@code nullif}, {@code greatest},
     * {@code least}, {@code extract(field, source)}, {@code btrim}, {@code timezone(zone, time)}, {@code
     * current_timestamp}.
     */
    record Call(@Nullable String schema, String name, List<Expr> arguments) implements Expr {
        @Override
        public String toString() {
            String of = arguments.stream().map(Expr::toString).collect(Collectors.joining(", ", "(", ")"));
            if (schema == null && SqlParser.BARE.contains(name)) {
                return arguments.isEmpty() ? name : name + of;
            }
            if (schema == null && name.equals("extract") && arguments.get(0) instanceof Text field) {
                return "extract(" + field.value() + " FROM " + arguments.get(1) + ")";
            }
            boolean syntax = schema == null && SqlParser.CALLED.contains(name);
            return (schema == null ? "" : Quoting.identifier(schema) + ".")
                    + (syntax ? name : Quoting.identifier(name))
                    + of;
        }
    }

    /** {@code ROW(…)}. */
    record Row(List<Expr> of) implements Expr {
        @Override
        public String toString() {
            return of.stream().map(Expr::toString).collect(Collectors.joining(", ", "ROW(", ")"));
        }
    }

    /** {@code ARRAY[…]}. */
    record ArrayOf(List<Expr> of) implements Expr {
        @Override
        public String toString() {
            return of.stream().map(Expr::toString).collect(Collectors.joining(", ", "ARRAY[", "]"));
        }
    }

    /** {@code of[index]}. */
    record Subscript(Expr of, Expr index) implements Expr {
        @Override
        public String toString() {
            return "(" + of + ")[" + index + "]";
        }
    }

    /** {@code COLLATE}. */
    record Collate(Expr of, String collation) implements Expr {
        @Override
        public String toString() {
            return "(" + of + " COLLATE " + collation + ")";
        }
    }

    /** What is not looked into, such as a sub-select, as its text with its parentheses. */
    record Opaque(String sql) implements Expr {
        @Override
        public String toString() {
            return sql;
        }
    }
}
