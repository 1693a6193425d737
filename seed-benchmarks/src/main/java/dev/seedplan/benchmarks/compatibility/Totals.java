package dev.seedplan.benchmarks.compatibility;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sums over all schemas. */
final class Totals {

    private Totals() {}

    static void append(StringBuilder page, List<Trial> trials) {
        int tables = trials.stream()
                .map(Trial::facts)
                .filter(Objects::nonNull)
                .mapToInt(Facts::tables)
                .sum();
        page.append(String.format(
                Locale.ROOT,
                "%d schemas, %,d of them tried, with %,d tables.\n\n",
                trials.size(),
                trials.stream().filter(t -> t.notRun() == null).count(),
                tables));
        append(page, "none", trials, Trial::none);
        append(page, "all", trials, Trial::all);
        page.append('\n');
    }

    private static void append(
            StringBuilder page, String nulls, List<Trial> trials, Function<Trial, @Nullable Outcome> which) {
        List<Outcome> outcomes =
                trials.stream().map(which).filter(Objects::nonNull).toList();
        long filled = outcomes.stream().mapToLong(Outcome::filled).sum();
        long selected = outcomes.stream().mapToLong(Outcome::selected).sum();
        long complete = outcomes.stream()
                .filter(o -> o.error() == null && o.lost().isEmpty())
                .count();
        page.append(String.format(
                Locale.ROOT,
                "- `--nulls %s`: %,d of %,d tables filled; %d schemas completely; %d fills ended with an error; %,d of %,d rows.\n",
                nulls,
                filled,
                selected,
                complete,
                outcomes.stream().filter(o -> o.error() != null).count(),
                outcomes.stream().mapToLong(Outcome::written).sum(),
                outcomes.stream().mapToLong(Outcome::asked).sum()));
    }
}
