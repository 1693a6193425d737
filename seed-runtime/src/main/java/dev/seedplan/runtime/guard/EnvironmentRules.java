package dev.seedplan.runtime.guard;

import dev.seedplan.schema.Suggestions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of environments: which targets belong to which, and what holds there unless a flag says otherwise.
 *
 * <pre>{@code
 * environments:
 *   production:
 *     targets: ["db.example.com/*"]
 *   development:
 *     targets: ["localhost/shop_prod_copy"]
 *     size: small
 *     on-change: replace
 * }</pre>
 */
public final class EnvironmentRules {

    /** Rules that say nothing. */
    public static final EnvironmentRules NONE = new EnvironmentRules(Map.of());

    private static final List<String> KEYS = List.of("targets", "size", "on-change");
    private static final List<String> SIZES = List.of("small", "medium", "large");
    private static final List<String> CHANGES = List.of("refuse", "add", "replace");

    private record Rule(
            List<String> targets,
            @Nullable String size,
            @Nullable String onChange) {}

    private final Map<Environment, Rule> rules;

    private EnvironmentRules(Map<Environment, Rule> rules) {
        this.rules = rules;
    }

    /**
     * {@return the rules that a document holds}
     *
     * @param document what stands under {@code environments}, as maps, lists and texts; null for nothing
     * @throws dev.seedplan.runtime.SeedException if it is not understood (exit code 2)
     */
    public static EnvironmentRules parse(@Nullable Object document) {
        if (document == null) {
            return NONE;
        }
        Map<Environment, Rule> rules = new EnumMap<>(Environment.class);
        map("environments", document).forEach((name, rule) -> {
            Environment environment = Environment.named(String.valueOf(name))
                    .orElseThrow(() -> GuardError.BAD_RULES.because("there is no environment " + name + ", "
                            + Suggestions.of(String.valueOf(name), Environment.names())));
            rules.put(environment, rule(environment, map("environments: " + name, rule)));
        });
        return new EnvironmentRules(rules);
    }

    private static Map<?, ?> map(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw GuardError.BAD_RULES.because(where + " holds no keys and values");
    }

    private static Rule rule(Environment environment, Map<?, ?> rule) {
        String where = "environments: " + environment.text() + ": ";
        for (Object key : rule.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw GuardError.BAD_RULES.because(
                        where + "has an unknown key " + key + ", " + Suggestions.of(String.valueOf(key), KEYS));
            }
        }
        List<String> targets = new ArrayList<>();
        if (rule.get("targets") instanceof List<?> list) {
            for (Object target : list) {
                if (!String.valueOf(target).contains("/")) {
                    throw GuardError.BAD_RULES.because(
                            where + "targets holds " + target + ", each must be HOST/DATABASE, with * for anything");
                }
                targets.add(String.valueOf(target));
            }
        } else if (rule.containsKey("targets")) {
            throw GuardError.BAD_RULES.because(where + "targets must be a list of HOST/DATABASE");
        }
        String onChange = oneOf(where, rule, "on-change", CHANGES);
        if ("replace".equals(onChange) && environment.compareTo(Environment.TEST) > 0) {
            throw GuardError.BAD_RULES.because(where + "on-change may be replace for development and test only");
        }
        return new Rule(targets, oneOf(where, rule, "size", SIZES), onChange);
    }

    private static @Nullable String oneOf(String where, Map<?, ?> rule, String key, List<String> allowed) {
        Object value = rule.get(key);
        if (value != null && !allowed.contains(String.valueOf(value))) {
            throw GuardError.BAD_RULES.because(
                    where + key + " is " + value + ", it must be one of " + String.join(", ", allowed));
        }
        return value == null ? null : String.valueOf(value);
    }

    /** {@return the most cautious environment whose targets hold this one; empty where none does} */
    Optional<Environment> of(List<String> hosts, String database) {
        Environment found = null;
        for (Map.Entry<Environment, Rule> rule : rules.entrySet()) {
            for (String target : rule.getValue().targets()) {
                int slash = target.indexOf('/');
                if (fits(target.substring(slash + 1), database)
                        && hosts.stream().anyMatch(host -> fits(target.substring(0, slash), host))) {
                    found = found == null ? rule.getKey() : found.max(rule.getKey());
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean fits(String glob, String name) {
        StringBuilder regex = new StringBuilder();
        for (String part : glob.split("(?<=\\*)|(?=\\*)", -1)) {
            regex.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    /** {@return the size that is usual there; null for the plan's} */
    public @Nullable String size(Environment environment) {
        Rule rule = rules.get(environment);
        return rule == null ? null : rule.size();
    }

    /** {@return what is usual there where a plan has changed; null where nothing is said} */
    public @Nullable String onChange(Environment environment) {
        Rule rule = rules.get(environment);
        return rule == null ? null : rule.onChange();
    }
}
