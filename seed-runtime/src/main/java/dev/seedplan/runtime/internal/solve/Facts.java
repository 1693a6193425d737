package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column's value. All but the nullness is about a value that is not NULL. Values are held as keys: the
 * position on the type's {@link Scale}, without trailing zeros, or else the value itself.
 */
// Some objects exist once.
@SuppressWarnings("ReferenceEquality")
public final class Facts {

    static final Facts ANY =
            new Facts(Nullness.ANY, null, Set.of(), Span.ALL, TextFacts.ANY, ListFacts.ANY, JsonFacts.ANY, List.of());

    /** A condition on the value alone that is tried on candidates. */
    record Test(Expr expr, int outcomes) {}

    private final Nullness nullness;
    private final @Nullable Set<Object> in;
    private final Set<Object> notIn;
    private final Span span;
    private final TextFacts text;
    private final ListFacts list;
    private final JsonFacts json;
    private final List<Test> tests;

    private Facts(
            Nullness nullness,
            @Nullable Set<Object> in,
            Set<Object> notIn,
            Span span,
            TextFacts text,
            ListFacts list,
            JsonFacts json,
            List<Test> tests) {
        this.nullness = nullness;
        this.in = in;
        this.notIn = notIn;
        this.span = span;
        this.text = text;
        this.list = list;
        this.json = json;
        this.tests = tests;
    }

    static Facts of(Nullness nullness) {
        return ANY.with(nullness);
    }

    static Facts in(Iterable<Object> keys) {
        Set<Object> set = new LinkedHashSet<>();
        keys.forEach(set::add);
        return new Facts(Nullness.ANY, set, Set.of(), Span.ALL, TextFacts.ANY, ListFacts.ANY, JsonFacts.ANY, List.of());
    }

    static Facts notIn(Iterable<Object> keys) {
        Set<Object> set = new LinkedHashSet<>();
        keys.forEach(set::add);
        return new Facts(Nullness.ANY, null, set, Span.ALL, TextFacts.ANY, ListFacts.ANY, JsonFacts.ANY, List.of());
    }

    static Facts of(Span span) {
        return new Facts(Nullness.ANY, null, Set.of(), span, TextFacts.ANY, ListFacts.ANY, JsonFacts.ANY, List.of());
    }

    static Facts of(TextFacts text) {
        return new Facts(Nullness.ANY, null, Set.of(), Span.ALL, text, ListFacts.ANY, JsonFacts.ANY, List.of());
    }

    static Facts of(ListFacts list) {
        return new Facts(Nullness.ANY, null, Set.of(), Span.ALL, TextFacts.ANY, list, JsonFacts.ANY, List.of());
    }

    static Facts of(JsonFacts json) {
        return new Facts(Nullness.ANY, null, Set.of(), Span.ALL, TextFacts.ANY, ListFacts.ANY, json, List.of());
    }

    static Facts of(Test test) {
        return new Facts(
                Nullness.ANY, null, Set.of(), Span.ALL, TextFacts.ANY, ListFacts.ANY, JsonFacts.ANY, List.of(test));
    }

    Facts with(Nullness other) {
        return new Facts(other, in, notIn, span, text, list, json, tests);
    }

    /** The same with these values and no others. */
    Facts withIn(Set<Object> values) {
        return new Facts(nullness, values, notIn, span, text, list, json, tests);
    }

    Facts withList(ListFacts other) {
        return new Facts(nullness, in, notIn, span, text, other, json, tests);
    }

    /** {@return whether the value is NULL} */
    public Nullness nullness() {
        return nullness;
    }

    @Nullable
    Set<Object> in() {
        return in;
    }

    Set<Object> notIn() {
        return notIn;
    }

    Span span() {
        return span;
    }

    TextFacts text() {
        return text;
    }

    ListFacts list() {
        return list;
    }

    JsonFacts json() {
        return json;
    }

    List<Test> tests() {
        return tests;
    }

    /** {@return whether nothing is known but perhaps the nullness} */
    public boolean isFree() {
        return in == null
                && notIn.isEmpty()
                && span.isAll()
                && text.isAny()
                && list.equals(ListFacts.ANY)
                && json.equals(JsonFacts.ANY)
                && tests.isEmpty();
    }

    /** {@return both; null where one wants NULL and the other does not} */
    @Nullable
    Facts and(Facts other) {
        if (this == ANY) {
            return other;
        } else if (other == ANY) {
            return this;
        }
        Nullness both = nullness.and(other.nullness);
        if (both == null) {
            return null;
        }
        Set<Object> common = in == null ? other.in : in;
        if (in != null && other.in != null) {
            common = new LinkedHashSet<>(in);
            common.retainAll(other.in);
        }
        List<Test> all = new ArrayList<>(tests);
        other.tests.stream().filter(test -> !tests.contains(test)).forEach(all::add);
        return new Facts(
                both,
                common,
                union(notIn, other.notIn),
                span.and(other.span),
                text.and(other.text),
                list.and(other.list),
                json.and(other.json),
                List.copyOf(all));
    }

    private static Set<Object> union(Set<Object> one, Set<Object> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Set<Object> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Facts other
                && nullness == other.nullness
                && java.util.Objects.equals(in, other.in)
                && notIn.equals(other.notIn)
                && span.equals(other.span)
                && text.equals(other.text)
                && list.equals(other.list)
                && json.equals(other.json)
                && tests.equals(other.tests);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(nullness.name(), in, notIn, span, text, tests);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (nullness != Nullness.ANY) {
            parts.add(nullness == Nullness.NULL ? "NULL" : "not NULL");
        }
        if (in != null) {
            parts.add("one of " + in);
        }
        if (!notIn.isEmpty()) {
            parts.add("none of " + notIn);
        }
        if (!span.isAll()) {
            parts.add("in " + span);
        }
        if (!text.isAny()) {
            int most = text.longest();
            parts.add(
                    "of " + text.shortest() + (most == Integer.MAX_VALUE ? " or more" : " to " + most) + " characters");
            if (!text.language().isAnything()) {
                parts.add("of a pattern");
            }
        }
        if (!list.equals(ListFacts.ANY)) {
            parts.add(
                    "an array of " + list.min() + (list.max() == Integer.MAX_VALUE ? " or more" : " to " + list.max()));
        }
        if (!json.equals(JsonFacts.ANY)) {
            parts.add("json " + json.types());
        }
        tests.forEach(test -> parts.add(test.expr().toString()));
        return parts.isEmpty() ? "anything" : String.join(", ", parts);
    }
}
