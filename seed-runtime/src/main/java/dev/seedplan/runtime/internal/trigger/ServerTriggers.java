package dev.seedplan.runtime.internal.trigger;

import java.util.List;

/** Trigger functions in C that PostgreSQL and its extensions bring, which say by their arguments what they do. */
final class ServerTriggers {

    private ServerTriggers() {}

    /** {@return the effects of a function of that name; none if it is not one of these} */
    static List<Effect> effects(String function, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (function) {
            case "tsvector_update_trigger", "tsvector_update_trigger_column", "insert_username", "moddatetime" ->
                List.of(effect(Effect.Kind.SETS, first, function, arguments));
            case "autoinc" -> List.of(effect(Effect.Kind.DEFAULTS, first, function, arguments));
            case "check_primary_key" -> List.of(effect(Effect.Kind.MAY_RAISE, "", function, arguments));
            case "triggered_change_notification" -> List.of(effect(Effect.Kind.NOTIFIES, first, function, arguments));
            default -> List.of();
        };
    }

    private static Effect effect(Effect.Kind kind, String object, String function, List<String> arguments) {
        return new Effect(kind, object, function + "(" + String.join(", ", arguments) + ")");
    }
}
