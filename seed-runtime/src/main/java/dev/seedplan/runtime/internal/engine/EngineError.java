package dev.seedplan.runtime.internal.engine;

import dev.seedplan.runtime.SeedException;
import dev.seedplan.schema.ErrorCode;
import dev.seedplan.schema.ErrorText;

/** What can be wrong with a plan's numbers and values, found before the first row or while a row is computed. */
public enum EngineError implements ErrorCode {
    TOTAL_IMPOSSIBLE(
            "4301",
            SeedException.REFUSED,
            "%s: total = %d cannot be reached with min = %d and max = %d over %d parents, which allow %d to %d rows",
            "change total, min or max, or the number of parents"),
    NO_PARENTS(
            "4302",
            SeedException.REFUSED,
            "%s: table %s has no rows to take a parent from",
            "fill that table too, with @Rows of 1 or more, or make the foreign key nullable and the share of NULLs 1"),
    TOO_FEW_PARENTS(
            "4303",
            SeedException.REFUSED,
            "%s: up to %d different parents are wanted (by distinct, or by a unique key), but table %s has %d",
            "ask for fewer rows, leave distinct out, or make more rows of that table"),
    TOO_FEW_VALUES(
            "4304",
            SeedException.REFUSED,
            "%s: %d rows need different values, but there are %d",
            "ask for fewer rows, or use a value with more possibilities"),
    SOMETIMES_SET(
            "4305",
            SeedException.REFUSED,
            "%s: the row method sets the column in some rows only, and the server fills it in the others",
            "set it in every row, or in none"),
    VALUE_FAILED(
            "4307", SeedException.FAILED, "%s of %s cannot be computed: %s", "mend the row method or the generator"),
    NO_FILL(
            "4308",
            SeedException.REFUSED,
            "%s is not set by the row method, and no value can be made up: %s",
            "set it in the row method, or give it a default where its type has no setter yet"),
    PARENTS_DISAGREE(
            "4309",
            SeedException.FAILED,
            "%s of %s belongs to two foreign keys whose parents hold different values there",
            "pick the second parent such that both agree, or set the column in the body"),
    NOT_PURE(
            "4310",
            SeedException.REFUSED,
            "%s: two computations of %s differ in column %s: %s and %s",
            "a row method must depend only on its row, parents and draws: no clock, Random, environment or state"),
    FORBIDDEN_CALL(
            "4311",
            SeedException.REFUSED,
            "plan class %s uses %s",
            "a row method must depend only on its row, parents and draws; use the plan's now, a Draw, or a value"),
    TOO_MANY_ROWS("4312", SeedException.REFUSED, "%s would have %d rows", "a table can have at most 2^40 rows"),
    UNKNOWN_TABLE("4313", SeedException.USAGE, "the plan fills no table %s; %s", "name one of the tables it fills"),
    NOT_ROOT(
            "4314",
            SeedException.USAGE,
            "table %s gets its rows parent by parent, so that --rows cannot set their number",
            "change the number of the parent's rows, or @Per in the plan"),
    NO_CONTENT_MODULE(
            "4315",
            SeedException.USAGE,
            "the plan takes rows or values from %s, but no module that reads content is on the class path",
            "add the dependency dev.seedplan:seed-content"),
    EMPTY_POOL(
            "4316",
            SeedException.REFUSED,
            "%s draws from %s, which holds no assets",
            "add content, or leave the draw out"),
    NOT_MAPPED(
            "4317",
            SeedException.REFUSED,
            "values that a mapping cannot use: %s",
            "correct the file or the line of the mapping, or say there with \"else\" what becomes of such a value"),
    RULES_CONFLICT(
            "4321",
            SeedException.REFUSED,
            "%s: the rules %s of the distribution of %s over %s contradict each other; the least that would have to give"
                    + " way: %s",
            "change a rule, or let the run relax them without strict"),
    TOO_FEW_ASSETS(
            "4322",
            SeedException.REFUSED,
            "%s: %s has %d assets, and %d more would have to be made for the rows of %s",
            "add content, ask for less, or let the run make them without strict"),
    REJECTED(
            "4324",
            SeedException.REFUSED,
            "%s has %d problems, which --strict refuses:%s",
            "mend the content, or run without --strict, which leaves it out"),
    NO_ANSWER(
            "4323",
            SeedException.FAILED,
            "%s: %s cannot be decided for %s: %s",
            "mend the plan's method or the content that the rule asks");

    private final String template;

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a number.
    private final ErrorText text;

    EngineError(String number, int exitCode, String template, String remedy) {
        this.template = template;
        this.text = new ErrorText("SEED-" + number, exitCode, template.replaceAll("%[sd]", "…"), remedy);
    }

    String template() {
        return template;
    }

    @Override
    public ErrorText text() {
        return text;
    }
}
