package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.spi.AssetStep;
import dev.seedplan.spi.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What is left of a pool after its steps. Draws are keys of the seed and an asset's id, of which the smallest are taken:
 * one asset more or less changes one of those taken at most.
 *
 * @param <A> what one asset is
 */
final class Selection<A> {

    /** An asset with its id. */
    private record Chosen<A>(String id, A asset, Source source) {}

    private final Assets<A> assets;
    private final long seed;
    private final Function<Assets<A>, Loaded<A>> opener;
    private List<Chosen<A>> chosen = new ArrayList<>();

    Selection(Assets<A> assets, long seed, Function<Assets<A>, Loaded<A>> opener) {
        this.assets = assets;
        this.seed = seed;
        this.opener = opener;
    }

    /**
     * Puts what the steps leave into a pool.
     *
     * @param from what was read
     * @throws Refused if a name is unknown, or a function of the plan throws
     */
    void of(Loaded<A> from, Loaded<A> into) {
        append(from);
        int number = 0;
        for (AssetStep<A> step : assets.steps()) {
            apply(step, Mix.combine(Mix.combine(seed, assets.toString()), number++));
        }
        chosen.forEach(one -> into.add(one.id, one.asset, one.source));
    }

    private void append(Loaded<A> pool) {
        for (int i = 0; i < pool.size(); i++) {
            chosen.add(new Chosen<>(pool.id(i), pool.get(i), pool.source(i)));
        }
    }

    private void apply(AssetStep<A> step, long key) {
        if (step instanceof AssetStep.Where<A> where) {
            chosen = new ArrayList<>(chosen);
            chosen.removeIf(
                    one -> !ask("where", " of " + one.id, () -> where.test().test(one.asset)));
        } else if (step instanceof AssetStep.Only<A> only) {
            chosen = only.names().stream().map(this::named).toList();
        } else if (step instanceof AssetStep.Take<A> take) {
            take(take, key);
        } else if (step instanceof AssetStep.First<A> first) {
            chosen = new ArrayList<>(chosen.subList(0, Math.min(first.count(), chosen.size())));
        } else if (step instanceof AssetStep.Ordered<A> ordered) {
            chosen = new ArrayList<>(chosen);
            ask("orderedBy", "", () -> {
                chosen.sort((a, b) -> ordered.order().compare(a.asset, b.asset));
                return true;
            });
        } else if (step instanceof AssetStep.Merged<A> merged) {
            merge(merged.other());
        } else if (step instanceof AssetStep.FilledUp<A> filled) {
            fillUp(filled);
        }
    }

    private void merge(Assets<A> other) {
        Set<String> ids = new HashSet<>();
        chosen = new ArrayList<>(chosen);
        chosen.forEach(one -> ids.add(one.id));
        Loaded<A> more = opener.apply(other);
        for (int i = 0; i < more.size(); i++) {
            if (ids.add(more.id(i))) {
                chosen.add(new Chosen<>(more.id(i), more.get(i), more.source(i)));
            }
        }
    }

    private void fillUp(AssetStep.FilledUp<A> filled) {
        chosen = new ArrayList<>(chosen);
        for (int number = 0; chosen.size() < filled.count(); number++) {
            int made = number;
            A asset = ask("filledUpTo", " of " + number, () -> filled.maker().apply(made));
            chosen.add(new Chosen<>(assets + "#made" + number, asset, Source.made()));
        }
    }

    private Chosen<A> named(String name) {
        List<Chosen<A>> found =
                chosen.stream().filter(one -> namesOf(one.id).contains(name)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        TreeSet<String> names = new TreeSet<>();
        chosen.forEach(one -> names.addAll(found.isEmpty() ? namesOf(one.id) : Set.of(one.id)));
        String what = found.isEmpty()
                ? "there is no asset " + Shown.quoted(name) + "; " + Shown.suggestion(name, names)
                : found.size() + " assets have the name " + Shown.quoted(name) + ": "
                        + Shown.list(found.stream().map(Chosen::id).toList());
        throw new Refused(ContentError.NO_ASSET, 0, what);
    }

    /** The id, the file's name, and that without its extension. */
    private static Set<String> namesOf(String id) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        Set<String> names = new TreeSet<>(Set.of(id));
        names.add(name);
        if (dot > 0) {
            names.add(name.substring(0, dot));
        }
        return names;
    }

    /**
     * Weighted sampling without replacement by one key for each (P. Efraimidis and P. Spirakis, Information Processing
     * Letters 97, 2006): the smallest {@code -log(u)/weight} are what drawing one after the other would give.
     */
    private void take(AssetStep.Take<A> take, long key) {
        ToDoubleFunction<? super A> weight = take.weight();
        double[] keys = new double[chosen.size()];
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            Chosen<A> one = chosen.get(i);
            double weighs =
                    weight == null ? 1 : ask("the weight", " of " + one.id, () -> weight.applyAsDouble(one.asset));
            double unit = Mix.unit(Mix.draw(Mix.combine(key, one.id), 0, 0));
            // Without weight: after all others, and among themselves at random.
            keys[i] = weighs > 0 ? -Math.log1p(-unit) / weighs : Double.MAX_VALUE / (2 - unit);
            places.add(i);
        }
        places.sort(Comparator.<Integer>comparingDouble(i -> keys[i]).thenComparing(Comparator.naturalOrder()));
        chosen = places.stream()
                .limit(take.count())
                .sorted()
                .map(chosen::get)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Asks a function of the plan's author; {@code about} says of what. */
    private static <T> T ask(String what, String about, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Refused(
                    ContentError.SELECTION_THREW, 0, what + about + " threw " + Shown.firstLine(e.toString()), e);
        }
    }
}
