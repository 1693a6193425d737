package dev.seedplan.runtime.internal.run;

import dev.seedplan.schema.Suggestions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code seedplan.yaml}: defaults under the flags' names without the dashes. */
final class Config {

    private static final List<String> KEYS = List.of(
            "url",
            "user",
            "password-file",
            "seed",
            "rows",
            "content",
            "default-rows",
            "size",
            "scale",
            "load",
            "on-change",
            "commit-every",
            "lock-timeout",
            "ledger-schema");

    private Config() {}

    /** Gives the flags what the file says, where they and the environment say nothing. */
    static void apply(Path file, Flags flags, Map<String, String> environment) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | YamlEngineException e) {
            throw RunError.BAD_CONFIG.because(file + " cannot be read: " + e.getMessage(), e);
        }
        if (document == null) {
            return;
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw RunError.BAD_CONFIG.because(file + " must hold keys and values, such as url: postgresql://…");
        }
        map.forEach((key, value) -> set(file, String.valueOf(key), value, flags, environment));
    }

    private static void set(Path file, String key, Object value, Flags flags, Map<String, String> environment) {
        if (!KEYS.contains(key)) {
            throw RunError.BAD_CONFIG.because(file + " has an unknown key " + key + ", " + Suggestions.of(key, KEYS));
        }
        if (key.equals("rows")) {
            if (!(value instanceof Map<?, ?> rows)) {
                throw RunError.BAD_CONFIG.because(file + ": rows must hold a number for each table");
            }
            Set<String> given = Set.copyOf(flags.rows().keySet());
            rows.forEach((table, number) -> {
                if (!given.contains(String.valueOf(table))) {
                    flags.put("--rows", table + "=" + number);
                }
            });
        } else if (flags.value("--" + key) == null && environment.get(CommandLine.variable(key)) == null) {
            flags.put("--" + key, String.valueOf(value));
        }
    }
}
