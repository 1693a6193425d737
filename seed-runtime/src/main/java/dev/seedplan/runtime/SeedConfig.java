package dev.seedplan.runtime;

import dev.seedplan.runtime.guard.EnvironmentRules;
import dev.seedplan.runtime.guard.Guard;
import dev.seedplan.runtime.internal.run.CommandLine;
import dev.seedplan.runtime.internal.run.RunError;
import dev.seedplan.schema.Suggestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What holds where a flag is not given: the environment, then {@code seedplan.yaml}. In the file the keys are the flags' names
 * without the dashes, in the environment {@code SEEDPLAN_} and the name in capitals, where commas separate the values of a
 * flag that can be repeated. Every program and every command understands the whole file and takes what it has a flag for.
 */
public final class SeedConfig {

    /** The file's name; it is looked for in the working directory. */
    public static final String FILE = "seedplan.yaml";

    /** What is said once for each command, or asks for something else than work. */
    private static final Set<String> NEVER_A_DEFAULT =
            Set.of("help", "version", "preview", "yes", "confirm", "env", "env-file");

    /** What is said of environments, in ways of its own. */
    private static final List<String> OF_ENVIRONMENTS = List.of("env", "environments");

    /** Keys that only commands have a flag for. */
    private static final Map<String, SeedFlag.Kind> OF_COMMANDS = Map.ofEntries(
            Map.entry("migrations", SeedFlag.Kind.VALUE),
            Map.entry("scratch-url", SeedFlag.Kind.VALUE),
            Map.entry("snapshot", SeedFlag.Kind.VALUE),
            Map.entry("plan", SeedFlag.Kind.VALUE),
            Map.entry("format", SeedFlag.Kind.VALUE),
            Map.entry("framework", SeedFlag.Kind.LIST),
            Map.entry("schema", SeedFlag.Kind.LIST),
            Map.entry("out", SeedFlag.Kind.VALUE),
            Map.entry("package", SeedFlag.Kind.VALUE),
            Map.entry("source-root", SeedFlag.Kind.VALUE),
            Map.entry("jar", SeedFlag.Kind.LIST),
            Map.entry("nulls", SeedFlag.Kind.VALUE),
            Map.entry("defaults", SeedFlag.Kind.VALUE),
            Map.entry("set", SeedFlag.Kind.PAIRS),
            Map.entry("meaning", SeedFlag.Kind.PAIRS),
            Map.entry("create-partitions", SeedFlag.Kind.SWITCH),
            Map.entry("no-rehearsal", SeedFlag.Kind.SWITCH));

    private final Map<String, SeedFlag.Kind> keys = keys();
    private final Map<String, Object> file;
    private final Path place;
    private final EnvironmentRules rules;
    private final Map<String, String> environment;

    private SeedConfig(Path place, Map<String, Object> file, Map<String, String> environment) {
        this.place = place;
        this.file = file;
        this.environment = environment;
        file.forEach(this::check);
        rules = EnvironmentRules.parse(file.get("environments"));
    }

    /**
     * {@return what environment and file say; nothing where there is no file}
     *
     * @param directory where the file is looked for
     * @throws SeedException if the file cannot be read, or has a key that no flag has (exit code 2)
     */
    public static SeedConfig read(Path directory, Map<String, String> environment) {
        Path place = directory.resolve(FILE);
        return new SeedConfig(place, Files.isRegularFile(place) ? parse(place) : Map.of(), environment);
    }

    /** {@return the keys there are, sorted, with what each holds} */
    public static Map<String, SeedFlag.Kind> keys() {
        Map<String, SeedFlag.Kind> all = new TreeMap<>(OF_COMMANDS);
        SeedMain.flags().stream()
                .filter(flag -> !NEVER_A_DEFAULT.contains(flag.name()))
                .forEach(flag -> all.put(flag.name(), flag.kind()));
        return all;
    }

    /** {@return what stands for a flag with one value} */
    public Optional<String> value(String flag) {
        String value = keys.get(flag) == SeedFlag.Kind.VALUE ? variable(flag) : null;
        Object own = file.get(flag);
        return Optional.ofNullable(value != null || own == null ? value : String.valueOf(own));
    }

    /** {@return whether the environment says it, so that it counts like a flag} */
    public boolean isInEnvironment(String flag) {
        return variable(flag) != null;
    }

    /**
     * {@return the guard that environment and file ask for; a flag may only ask for more caution}
     *
     * @throws SeedException if one names no environment (exit code 2)
     */
    public Guard guard() {
        Object inFile = file.get("env");
        return Guard.USUAL
                .rules(rules)
                .declaredAs(variable("env"), CommandLine.variable("env"))
                .declaredAs(inFile == null ? null : String.valueOf(inFile), "env in " + FILE);
    }

    /** {@return whether a flag without a value is on} */
    public boolean isOn(String flag) {
        String value = keys.get(flag) == SeedFlag.Kind.SWITCH ? variable(flag) : null;
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw RunError.BAD_CONFIG.because(
                    CommandLine.variable(flag) + " is \"" + value + "\", it must be true or false");
        }
        return value == null ? Boolean.TRUE.equals(file.get(flag)) : value.equals("true");
    }

    /** {@return what stands for a flag that can be repeated} */
    public List<String> list(String flag) {
        String value = keys.get(flag) == SeedFlag.Kind.LIST ? variable(flag) : null;
        Object own = file.get(flag);
        if (value != null) {
            return Arrays.asList(value.split(","));
        }
        return own instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : own == null ? List.of() : List.of(String.valueOf(own));
    }

    /** {@return what stands for a flag with a name and a value, by name; the environment's before the file's} */
    public Map<String, String> pairs(String flag) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (file.get(flag) instanceof Map<?, ?> own) {
            own.forEach((name, value) -> pairs.put(String.valueOf(name), String.valueOf(value)));
        }
        String value = keys.get(flag) == SeedFlag.Kind.PAIRS ? variable(flag) : null;
        for (String pair : value == null ? new String[0] : value.split(",")) {
            int equals = pair.lastIndexOf('=');
            if (equals <= 0) {
                throw RunError.BAD_CONFIG.because(
                        CommandLine.variable(flag) + " is \"" + value + "\", it must be name=value,name=value");
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    private @Nullable String variable(String flag) {
        return environment.get(CommandLine.variable(flag));
    }

    private void check(String key, Object value) {
        if (OF_ENVIRONMENTS.contains(key)) {
            return;
        }
        if (key.equals("on-change") && "replace".equals(String.valueOf(value))) {
            throw RunError.BAD_CONFIG.because(
                    place + ": on-change may be replace under environments: development or test only");
        }
        SeedFlag.Kind kind = keys.get(key);
        if (kind == null) {
            Set<String> known = new TreeSet<>(keys.keySet());
            known.addAll(OF_ENVIRONMENTS);
            throw RunError.BAD_CONFIG.because(place + " has an unknown key " + key + ", " + Suggestions.of(key, known));
        }
        boolean fits = switch (kind) {
            case SWITCH -> value instanceof Boolean;
            case VALUE -> !(value instanceof Map || value instanceof List);
            case LIST -> !(value instanceof Map);
            case PAIRS -> value instanceof Map;
        };
        if (!fits) {
            throw RunError.BAD_CONFIG.because(place + ": " + key + " must hold "
                    + switch (kind) {
                        case SWITCH -> "true or false";
                        case VALUE -> "one value";
                        case LIST -> "a list of values";
                        case PAIRS -> "a " + (key.equals("rows") ? "number for each table" : "value for each name");
                    });
        }
    }

    private static Map<String, Object> parse(Path place) {
        Object document;
        try {
            document = new Load(
                            LoadSettings.builder().setLabel(place.toString()).build())
                    .loadFromString(Files.readString(place, StandardCharsets.UTF_8));
        } catch (IOException | YamlEngineException e) {
            throw RunError.BAD_CONFIG.because(place + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    entries.put(String.valueOf(key), value);
                }
            });
        } else if (document != null) {
            throw RunError.BAD_CONFIG.because(place + " must hold keys and values, such as url: postgresql://…");
        }
        return entries;
    }
}
