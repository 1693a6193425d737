package dev.seedplan.cli;

import dev.seedplan.runtime.SeedConfig;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.SeedFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the options of all commands are where the command line does not say: environment, then {@code seedplan.yaml}.
 *
 * <p>Single values are handed to the parser, which converts them and does not take them for given. Switches are not, because
 * the parser would then take a given one for its opposite; nor are maps, which are merged with what is given.
 */
final class ConfiguredDefaults implements IDefaultValueProvider {

    private final Path directory;
    private final Map<String, String> environment;
    private @Nullable SeedConfig config;
    private @Nullable SeedException broken;

    ConfiguredDefaults(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && kind(option) == SeedFlag.Kind.VALUE) {
            try {
                return config().value(key(option)).orElse(null);
            } catch (SeedException e) {
                broken = e; // reported when a command is to run, so that --help works whatever the file holds
            }
        }
        return null;
    }

    /**
     * Gives a command about to run the options that hold more than one value or none.
     *
     * @throws SeedException if the file is not understood
     */
    void complete(ParseResult parsed) {
        if (broken != null) {
            throw broken;
        }
        CommandLine line = parsed.commandSpec().commandLine();
        for (OptionSpec option : parsed.commandSpec().options()) {
            SeedFlag.Kind kind = kind(option);
            boolean given = parsed.hasMatchedOption(option);
            if (kind == SeedFlag.Kind.SWITCH && !given && config().isOn(key(option))) {
                option.setValue(true);
            } else if (kind == SeedFlag.Kind.LIST && !given) {
                setList(option, config().list(key(option)));
            } else if (kind == SeedFlag.Kind.PAIRS) {
                setPairs(line, option, config().pairs(key(option)));
            }
        }
    }

    private static void setList(OptionSpec option, List<String> values) {
        if (!values.isEmpty()) {
            boolean paths = option.auxiliaryTypes()[0] == Path.class;
            option.setValue(paths ? values.stream().map(Path::of).toList() : values);
        }
    }

    private static void setPairs(CommandLine line, OptionSpec option, Map<String, String> pairs) {
        Map<Object, Object> all = new LinkedHashMap<>();
        pairs.forEach((name, value) -> all.put(name, converted(line, option, name, value)));
        Map<Object, Object> given = option.getValue();
        if (given != null) {
            all.putAll(given);
        }
        option.setValue(all);
    }

    private static Object converted(CommandLine line, OptionSpec option, String name, String value) {
        if (option.auxiliaryTypes()[1] != Long.class) {
            return value;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    line, option.longestName() + " " + name + ": \"" + value + "\" is not a number", e);
        }
    }

    SeedConfig config() {
        if (config == null) {
            config = SeedConfig.read(directory, environment);
        }
        return config;
    }

    private static SeedFlag.@Nullable Kind kind(OptionSpec option) {
        return SeedConfig.keys().get(key(option));
    }

    private static String key(OptionSpec option) {
        String name = option.longestName();
        return name.startsWith("--") ? name.substring(2) : "";
    }

    /** {@return the options of all commands that are keys of the file} */
    static List<String> keys(CommandLine root) {
        List<String> keys = new ArrayList<>();
        root.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(ConfiguredDefaults::key)
                .filter(key -> !key.isEmpty())
                .forEach(keys::add);
        return keys;
    }
}
