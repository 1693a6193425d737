package dev.seedplan.benchmarks.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The schemas to try, in the order of the file.
 *
 * @param schemas at least one
 */
record Manifest(List<Entry> schemas) {

    /**
     * A schema.
     *
     * @param name unique; small letters, digits and underscores
     * @param needs extensions without which it makes no sense; others that a server lacks are left out
     * @param prepare SQL files beside the manifest, applied first
     * @param tables globs of the tables to fill; empty for those that a fill takes unasked
     * @param sources where its files come from, applied in this order
     */
    record Entry(String name, List<String> needs, List<String> prepare, List<String> tables, List<Source> sources) {}

    /**
     * Files of one repository.
     *
     * @param repository {@code owner/name} on GitHub
     * @param commit 40 hexadecimal digits
     * @param files globs over paths; files of one glob are applied in their natural order, in which 10 follows 9
     * @param without globs of files that are not meant, such as those that undo
     * @param replace texts to replace before anything else, such as the variables of a template
     * @param drop regular expressions; statements in which one is found are not applied
     */
    record Source(
            String repository,
            String commit,
            List<String> files,
            List<String> without,
            Map<String, String> replace,
            List<String> drop) {}

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Manifest read(Path file) throws IOException {
        Object root = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                .loadFromString(Files.readString(file));
        List<Entry> entries = new ArrayList<>();
        for (Object each : list(root, "the file")) {
            Map<?, ?> entry = map(each);
            String name = text(entry, "name");
            List<Source> sources = new ArrayList<>();
            for (Object one : list(entry.get("sources"), name)) {
                Map<?, ?> source = map(one);
                sources.add(new Source(
                        text(source, "repository"),
                        text(source, "commit"),
                        texts(source.get("files")),
                        texts(source.get("without")),
                        pairs(source.get("replace")),
                        texts(source.get("drop"))));
            }
            entries.add(new Entry(
                    name, texts(entry.get("needs")), texts(entry.get("prepare")), texts(entry.get("tables")), sources));
        }
        return new Manifest(entries);
    }

    private static List<?> list(@Nullable Object value, String where) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + " holds no list");
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(value + " is no mapping");
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException(map + " has no " + key);
        }
        return value.toString();
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    private static Map<String, String> pairs(@Nullable Object value) {
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        if (value != null) {
            map(value).forEach((from, to) -> pairs.put(String.valueOf(from), String.valueOf(to)));
        }
        return pairs;
    }
}
