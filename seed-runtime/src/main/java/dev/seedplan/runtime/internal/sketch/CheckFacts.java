package dev.seedplan.runtime.internal.sketch;

import dev.seedplan.schema.Column;
import dev.seedplan.schema.Constraint;
import dev.seedplan.schema.Table;
import dev.seedplan.schema.UserType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a table and of its columns' domains say of single columns: the forms that are frequent, as the server
 * prints them. A check of another form is met by leaving one of its columns NULL, where that is possible, or not at all.
 */
final class CheckFacts {

    private static final String CAST = "(?:::[\\w \"().]+?(?:\\[\\])?)?";
    private static final Pattern LIST =
            Pattern.compile("\\(*\"?(\\w+)\"?\\)*" + CAST + "\\)* = ANY \\(+ARRAY\\[(.*)\\]\\)*" + CAST + "\\)*");
    private static final Pattern BOUND = Pattern.compile("\\(*\"?(\\w+)\"?\\)*" + CAST
            + "\\)* (>=|>|<=|<) \\(*'?\\(?(-?\\d+(?:\\.\\d+)?)\\)?'?\\)*" + CAST + "\\)*");
    private static final Pattern LENGTH = Pattern.compile(
            "\\(*(?:char_length|length|octet_length)\\((?:TRIM\\(BOTH FROM |btrim\\()?\\(*\"?(\\w+)\"?\\)*" + CAST
                    + "\\)*\\)* (>=|>|<=|<|=) (\\d+)\\)*");
    private static final Pattern NOT_EMPTY =
            Pattern.compile("\\(*\"?(\\w+)\"?\\)*" + CAST + "\\)* <> ''" + CAST + "\\)*");
    private static final Pattern NOT_NULL = Pattern.compile("\\(*\"?(\\w+)\"? IS NOT NULL\\)*");
    private static final Pattern PAIR = Pattern.compile("\\(*\"?(\\w+)\"?\\)* (>=|>|<=|<) \\(*\"?(\\w+)\"?\\)*");
    private static final Pattern OR_NULL = Pattern.compile("\\(*\"?(\\w+)\"? IS NULL\\)? OR (.*)");
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'|(-?\\d+)");
    private static final Pattern NULL_IS_NO_WAY_OUT =
            Pattern.compile(" AND | OR | IS |COALESCE|CASE|num_non|DISTINCT|concat", Pattern.CASE_INSENSITIVE);

    private final Table table;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, BigDecimal> least = new HashMap<>();
    private final Map<String, BigDecimal> most = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();
    private final Map<String, Integer> exact = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> leftNull = new HashSet<>();
    private final List<String[]> pairs = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    private CheckFacts(Table table) {
        this.table = table;
    }

    static CheckFacts of(Table table, Map<String, List<UserType.DomainCheck>> domains) {
        CheckFacts facts = new CheckFacts(table);
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Check check) {
                facts.add(check.expression(), check.columns(), check.name());
            }
        }
        domains.forEach((column, checks) -> checks.forEach(check -> facts.add(
                check.expression().replaceAll("\\bVALUE\\b", Matcher.quoteReplacement(column)),
                List.of(column),
                check.name())));
        return facts;
    }

    /** {@return the only values of a column; empty where no list is known} */
    List<String> list(String column) {
        return lists.getOrDefault(column, List.of());
    }

    @Nullable
    BigDecimal least(String column) {
        return least.get(column);
    }

    @Nullable
    BigDecimal most(String column) {
        return most.get(column);
    }

    /** {@return the greatest length of a text that checks allow; -1 for any} */
    int longest(String column) {
        return longest.getOrDefault(column, -1);
    }

    /** {@return the only length that checks allow; -1 for any} */
    int exact(String column) {
        return exact.getOrDefault(column, -1);
    }

    /** {@return whether some check says something of a column} */
    boolean mentions(String column) {
        return open.contains(column);
    }

    /** {@return the columns that have to stay NULL} */
    Set<String> leftNull() {
        return leftNull;
    }

    /** {@return pairs of columns with the comparison between them: a, operator, b} */
    List<String[]> pairs() {
        return pairs;
    }

    /** {@return the names of checks that cannot be met for sure} */
    List<String> unread() {
        return unread;
    }

    private void add(String expression, List<String> columns, String name) {
        open.addAll(columns);
        List<Runnable> facts = new ArrayList<>();
        if (conjunction(expression, facts)) {
            facts.forEach(Runnable::run);
            return;
        }
        String body = expression;
        Matcher orNull = OR_NULL.matcher(body);
        if (orNull.matches() && nullable(orNull.group(1))) {
            leftNull.add(orNull.group(1));
            return;
        }
        if (orNull.matches() && conjunction(orNull.group(2), facts)) {
            facts.forEach(Runnable::run);
            return;
        }
        if (!NULL_IS_NO_WAY_OUT.matcher(body).find()) {
            for (String column : columns) {
                if (nullable(column)) {
                    leftNull.add(column);
                    return;
                }
            }
        }
        unread.add(name);
    }

    private boolean nullable(String name) {
        Column column = table.column(name).orElse(null);
        return column != null && !column.notNull() && column.defaultExpression() == null && !column.isGenerated();
    }

    private boolean conjunction(String expression, List<Runnable> facts) {
        for (String part : expression.split(" AND ", -1)) {
            if (!part(part, facts)) {
                return false;
            }
        }
        return true;
    }

    private boolean part(String part, List<Runnable> facts) {
        Matcher list = LIST.matcher(part);
        if (list.matches()) {
            List<String> values = literals(list.group(2));
            facts.add(() -> lists.put(list.group(1), values));
            return !values.isEmpty();
        }
        Matcher length = LENGTH.matcher(part);
        if (length.matches()) {
            return length(length.group(1), length.group(2), Integer.parseInt(length.group(3)), facts);
        }
        Matcher bound = BOUND.matcher(part);
        if (bound.matches()) {
            facts.add(() -> bound(bound.group(1), bound.group(2), new BigDecimal(bound.group(3))));
            return true;
        }
        Matcher pair = PAIR.matcher(part);
        if (pair.matches()
                && table.column(pair.group(1)).isPresent()
                && table.column(pair.group(3)).isPresent()) {
            facts.add(() -> pairs.add(new String[] {pair.group(1), pair.group(2), pair.group(3)}));
            return true;
        }
        Matcher there = NOT_NULL.matcher(part);
        return NOT_EMPTY.matcher(part).matches()
                || (there.matches()
                        && table.column(there.group(1)).filter(Column::notNull).isPresent());
    }

    private boolean length(String column, String operator, int number, List<Runnable> facts) {
        if (operator.equals("=")) {
            facts.add(() -> exact.put(column, number));
            return number > 0;
        }
        if (operator.startsWith("<")) {
            int most = operator.equals("<") ? number - 1 : number;
            facts.add(() -> longest.merge(column, most, Math::min));
            return most > 0;
        }
        return number + (operator.equals(">") ? 1 : 0) <= 1;
    }

    private void bound(String column, String operator, BigDecimal number) {
        BigDecimal step = operator.length() == 1 ? BigDecimal.ONE.movePointLeft(number.scale()) : BigDecimal.ZERO;
        if (operator.startsWith(">")) {
            least.merge(column, number.add(step), BigDecimal::max);
        } else {
            most.merge(column, number.subtract(step), BigDecimal::min);
        }
    }

    private static List<String> literals(String text) {
        List<String> values = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            values.add(
                    literal.group(1) == null
                            ? literal.group(2)
                            : literal.group(1).replace("''", "'"));
        }
        return values;
    }
}
