package dev.seedplan.content;

import dev.seedplan.Assets;
import dev.seedplan.spi.AssetStep;
import dev.seedplan.spi.ContentException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Definitions of pools as YAML: format, path, how files are read, and the steps that are no functions of Java. */
final class PoolYaml {

    /** As much as definitions of pools can have. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private PoolYaml() {}

    static String write(Map<String, Assets<?>> pools) {
        Map<String, Object> all = new LinkedHashMap<>();
        pools.forEach((name, assets) -> all.put(name, definition(name, assets)));
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setBestLineBreak("\n")
                .build();
        return new Dump(settings).dumpToString(Map.of("pools", all));
    }

    private static Map<String, Object> definition(String name, Assets<?> assets) {
        Map<String, Object> pool = new LinkedHashMap<>();
        pool.put("format", assets.format().name().toLowerCase(Locale.ROOT));
        pool.put("path", assets.location());
        Assets.Options options = assets.options();
        if (options.separator() != ',') {
            pool.put("separator", String.valueOf(options.separator()));
        }
        if (!options.encoding().equals(StandardCharsets.UTF_8)) {
            pool.put("encoding", options.encoding().name());
        }
        if (!options.columns().isEmpty()) {
            pool.put("columns", options.columns());
        }
        if (!options.key().isEmpty()) {
            pool.put("key", options.key());
        }
        List<Object> steps = new ArrayList<>();
        for (AssetStep<?> step : assets.steps()) {
            steps.add(step(name, step));
        }
        if (!steps.isEmpty()) {
            pool.put("steps", steps);
        }
        return pool;
    }

    private static Map<String, Object> step(String name, AssetStep<?> step) {
        if (step instanceof AssetStep.Only<?> only) {
            return Map.of("only", only.names());
        } else if (step instanceof AssetStep.First<?> first) {
            return Map.of("first", first.count());
        } else if (step instanceof AssetStep.Take<?> take && take.weight() == null) {
            return Map.of("take", take.count());
        } else if (step instanceof AssetStep.Merged<?> merged) {
            return Map.of("merged", definition(name, merged.other()));
        }
        throw new IllegalArgumentException("pool " + name + " has a step ("
                + step.getClass().getSimpleName() + ") that is a function of Java, which YAML cannot hold");
    }

    static Map<String, Assets<?>> read(String yaml) {
        if (yaml.length() > MOST_CHARACTERS) {
            throw bad("it is longer than " + MOST_CHARACTERS + " characters");
        }
        Object document;
        try {
            document = new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(1)
                            .build())
                    .loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw bad(Shown.firstLine(e.getMessage()));
        }
        Map<String, Assets<?>> pools = new TreeMap<>();
        Map<?, ?> all = map(map(document, "the text").get("pools"), "pools");
        all.forEach((name, definition) -> pools.put(String.valueOf(name), assets(map(definition, "pool " + name))));
        return pools;
    }

    private static Assets<?> assets(Map<?, ?> pool) {
        String path = text(pool, "path");
        Assets<?> assets = switch (text(pool, "format")) {
            case "markdown" -> Assets.markdown(path);
            case "csv" -> Assets.csv(path);
            case "json" -> Assets.json(path);
            case "yaml" -> Assets.yaml(path);
            case "text" -> Assets.text(path);
            case "image" -> Assets.images(path);
            default -> throw bad("there is no format " + Shown.quoted(text(pool, "format")));
        };
        try {
            return steps(options(assets, pool), pool.get("steps"));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static <A> Assets<A> options(Assets<A> plain, Map<?, ?> pool) {
        Assets<A> assets = plain;
        if (pool.get("separator") instanceof String separator && separator.length() == 1) {
            assets = assets.separatedBy(separator.charAt(0));
        }
        if (pool.get("encoding") instanceof String encoding) {
            assets = assets.encodedAs(Charset.forName(encoding));
        }
        if (pool.get("columns") instanceof List<?> columns) {
            assets = assets.columns(columns.stream().map(String::valueOf).toArray(String[]::new));
        }
        return pool.get("key") instanceof String key ? assets.keyedBy(key) : assets;
    }

    @SuppressWarnings("unchecked") // pools of one format without records have assets of one type, which merging checks
    private static <A> Assets<A> steps(Assets<A> plain, @Nullable Object steps) {
        Assets<A> assets = plain;
        for (Object each : steps instanceof List<?> list ? list : List.of()) {
            Map<?, ?> step = map(each, "a step");
            if (step.get("only") instanceof List<?> names) {
                assets = assets.only(names.stream().map(String::valueOf).toArray(String[]::new));
            } else if (step.get("first") instanceof Integer count) {
                assets = assets.first(count);
            } else if (step.get("take") instanceof Integer count) {
                assets = assets.take(count);
            } else if (step.get("merged") instanceof Map<?, ?> other) {
                Assets<?> more = assets(other);
                if (more.type() != assets.type()) {
                    throw bad("a pool is merged with one of another type");
                }
                assets = assets.mergedWith((Assets<A>) more);
            } else {
                throw bad("there is no step " + step.keySet());
            }
        }
        return assets;
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw bad("a pool has no " + key);
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw bad(what + " is no mapping");
    }

    private static ContentException bad(String what) {
        return new ContentException(ContentError.BAD_POOLS.message("definitions of pools", what));
    }
}
