package dev.seedplan.runtime.internal.sql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression means depends on.
 *
 * @param now what {@code now()} is
 * @param zone the session's TimeZone
 * @param enums the labels of enums by {@link TypeName#key()}
 */
public record Surroundings(Instant now, ZoneId zone, Map<String, List<String>> enums) {

    /** {@return at that instant, in UTC, without enums} */
    public static Surroundings at(Instant now) {
        return new Surroundings(now, ZoneOffset.UTC, Map.of());
    }

    @Nullable
    List<String> labels(String type) {
        return enums.get(type);
    }
}
