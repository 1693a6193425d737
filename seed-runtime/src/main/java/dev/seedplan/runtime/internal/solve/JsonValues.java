package dev.seedplan.runtime.internal.solve;

import dev.seedplan.runtime.internal.sql.Json;
import dev.seedplan.runtime.internal.types.Draws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON documents that meet facts. */
// Branches that return early read better as statements.
@SuppressWarnings("StatementSwitchToExpressionSwitch")
final class JsonValues {

    private static final List<String> PREFERRED = List.of("object", "array", "string", "number", "boolean", "null");

    private JsonValues() {}

    static @Nullable Boolean meets(JsonFacts facts, String text) {
        Object json = Json.parse(text);
        if (json == null || !facts.types().contains(Json.type(json))) {
            return json == null ? null : Boolean.FALSE;
        }
        if (json instanceof List<?> list && (list.size() < facts.min() || list.size() > facts.max())) {
            return false;
        }
        // Members are tested with the condition they come from.
        return facts.members().isEmpty() ? Boolean.TRUE : null;
    }

    static @Nullable Object made(TableRules rules, JsonFacts facts, Draws draws) {
        for (String type : PREFERRED) {
            if (facts.types().contains(type)) {
                Object value = value(rules, type, facts, draws);
                return value == null ? null : Json.write(value);
            }
        }
        return null;
    }

    private static @Nullable Object value(TableRules rules, String type, JsonFacts facts, Draws draws) {
        switch (type) {
            case "object":
                Map<String, Object> object = new TreeMap<>();
                for (Map.Entry<String, JsonFacts.Member> entry : facts.members().entrySet()) {
                    Object member = member(rules, entry.getValue(), draws.of(entry.getKey()));
                    if (member != null) {
                        object.put(entry.getKey(), member);
                    }
                }
                return object;
            case "array":
                List<Object> array = new ArrayList<>();
                for (int i = 0; i < facts.min(); i++) {
                    array.add(BigDecimal.valueOf(i + 1L));
                }
                return array;
            case "string":
                return "text";
            case "number":
                return BigDecimal.valueOf(draws.below(100));
            case "boolean":
                return draws.chance(0.5);
            default:
                return Json.NULL;
        }
    }

    private static @Nullable Object member(TableRules rules, JsonFacts.Member member, Draws draws) {
        if (member.text().nullness() == Nullness.NULL) {
            return null;
        } else if (member.document() != null) {
            return member.document();
        }
        if (!member.types().contains("string") || member.text().isFree()) {
            for (String type : PREFERRED) {
                boolean wanted = member.types().size() == JsonFacts.TYPES.size()
                        ? type.equals("string")
                        : member.types().contains(type);
                if (wanted) {
                    return value(rules, type, JsonFacts.ANY, draws);
                }
            }
            return null;
        }
        return new Making(rules, "", rules.text(), member.text()).value(null, draws);
    }
}
