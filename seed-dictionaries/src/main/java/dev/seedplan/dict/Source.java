package dev.seedplan.dict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Datafaker's YAML files, by file and key. */
final class Source {

    private final Map<String, Object> files = new HashMap<>();

    /**
     * {@return all texts under a key, nested lists flattened, in the file's order}
     *
     * @param file the file inside Datafaker's jar, for example {@code en/name.yml}
     * @param key the key below {@code <language>.faker}, for example {@code name.last_name}; a number is a place in a list
     */
    List<String> words(String file, String key) {
        Object node = files.computeIfAbsent(file, Source::load);
        for (String step : key.split("\\.", -1)) {
            node = child(node, step);
            if (node == null) {
                throw new IllegalStateException("Datafaker's " + file + " has no " + key + " any more");
            }
        }
        List<String> words = new ArrayList<>();
        collect(node, words);
        return words;
    }

    private static @Nullable Object child(Object node, String step) {
        if (node instanceof List<?> list) {
            return list.get(Integer.parseInt(step));
        }
        return node instanceof Map<?, ?> map ? map.get(step) : null;
    }

    private static Object load(String file) {
        try (InputStream in = Source.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Datafaker has no " + file + " any more");
            }
            Map<?, ?> root = new Yaml().load(in);
            Object faker = child(root.values().iterator().next(), "faker");
            if (faker == null) {
                throw new IllegalStateException("Datafaker's " + file + " is built otherwise now");
            }
            return faker;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void collect(@Nullable Object node, List<String> words) {
        if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, words));
        } else if (node instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, words));
        } else if (node != null) {
            words.add(node.toString());
        }
    }
}
