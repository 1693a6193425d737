package dev.seedplan.runtime.internal.types;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Types that extensions bring, by extension and name. */
final class ExtensionSources {

    private ExtensionSources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.ofEntries(
                Map.entry("citext.citext", type -> TextSources.words(-1)),
                Map.entry("hstore.hstore", type -> ExtensionSources::hstore),
                Map.entry(
                        "ltree.ltree",
                        type -> draws ->
                                labels(draws, 2 + (int) draws.of("depth").below(3))),
                Map.entry("ltree.lquery", type -> draws -> labels(draws, 2) + ".*"),
                Map.entry("ltree.ltxtquery", type -> draws -> labels(draws, 1) + " & " + labels(draws.of("other"), 1)),
                Map.entry(
                        "cube.cube",
                        type -> draws -> "(" + GeometrySources.positive(draws.of(0)) + ", "
                                + GeometrySources.positive(draws.of(1)) + ", " + GeometrySources.positive(draws.of(2))
                                + ")"),
                Map.entry(
                        "seg.seg",
                        type -> draws -> segment(
                                1 + draws.of(0).below(900), 1 + draws.of(1).below(90))),
                Map.entry(
                        "intarray.query_int",
                        type -> draws -> (1 + draws.of(0).below(1_000)) + " & "
                                + (1 + draws.of(1).below(1_000))),
                Map.entry("isn.ean13", type -> IsnSources::ean),
                Map.entry("isn.upc", type -> IsnSources::upc),
                Map.entry("isn.isbn", type -> IsnSources::isbn),
                Map.entry("isn.isbn13", type -> IsnSources::isbn),
                Map.entry("isn.ismn", type -> IsnSources::ismn),
                Map.entry("isn.ismn13", type -> IsnSources::ismn),
                Map.entry("isn.issn", type -> IsnSources::issn),
                Map.entry("isn.issn13", type -> IsnSources::issn),
                Map.entry("postgis.geometry", GeographySources::of),
                Map.entry("postgis.geography", GeographySources::of),
                Map.entry("vector.vector", type -> draws -> vector(draws, Math.max(type.modifier(), 3))),
                Map.entry("vector.halfvec", type -> draws -> vector(draws, Math.max(type.modifier(), 3))),
                Map.entry(
                        "semver.semver",
                        type -> draws -> draws.of(0).below(5) + "."
                                + draws.of(1).below(20) + "." + draws.of(2).below(50)));
    }

    private static String hstore(Draws draws) {
        return QuotedText.escaped(TextSources.word(draws.of("key"))) + "=>"
                + QuotedText.escaped(TextSources.word(draws.of("value")));
    }

    private static String labels(Draws draws, int depth) {
        return IntStream.range(0, depth)
                .mapToObj(i -> TextSources.word(draws.of(i)))
                .collect(Collectors.joining("."));
    }

    private static String segment(long lower, long length) {
        return lower + " .. " + (lower + length);
    }

    /** Numbers of -1 to 1 with two decimals, as embeddings are. */
    private static String vector(Draws draws, int dimensions) {
        return IntStream.range(0, dimensions)
                .mapToObj(i -> GeometrySources.number(draws.of(i).below(201) - 100))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
