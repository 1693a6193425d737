package dev.seedplan.runtime.internal.types;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Documents, text search, identifiers and addresses of networks. */
final class DocumentSources {

    private DocumentSources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        return Map.ofEntries(
                Map.entry("uuid", type -> DocumentSources::uuid),
                Map.entry("json", type -> DocumentSources::json),
                Map.entry("jsonb", type -> DocumentSources::json),
                Map.entry("jsonpath", type -> draws -> "$.\"" + TextSources.word(draws) + "\""),
                Map.entry(
                        "xml",
                        type -> draws -> "<item id=\"" + number(draws.of("id"), 1_000) + "\"><name>"
                                + TextSources.word(draws.of("name")) + "</name></item>"),
                Map.entry(
                        "tsvector",
                        type -> draws ->
                                "'" + TextSources.word(draws.of(0)) + "':1 '" + TextSources.word(draws.of(1)) + "':2"),
                Map.entry(
                        "tsquery",
                        type -> draws ->
                                "'" + TextSources.word(draws.of(0)) + "' & '" + TextSources.word(draws.of(1)) + "'"),
                Map.entry(
                        "inet",
                        type -> draws ->
                                "10." + octet(draws.of(0)) + "." + octet(draws.of(1)) + "." + number(draws.of(2), 254)),
                Map.entry("cidr", type -> draws -> "10." + octet(draws.of(0)) + "." + octet(draws.of(1)) + ".0/24"),
                Map.entry("macaddr", type -> draws -> mac(draws, 6)),
                Map.entry("macaddr8", type -> draws -> mac(draws, 8)));
    }

    /** Of version 4, as in RFC 9562, section 5.4. */
    private static UUID uuid(Draws draws) {
        long high = (draws.of(0).bits() & ~0xf000L) | 0x4000L;
        long low = (draws.of(1).bits() & ~0xc000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** As jsonb prints it, so that both types store the same characters. */
    private static String json(Draws draws) {
        return "{\"id\": " + number(draws.of("id"), 10_000) + ", \"name\": \"" + TextSources.word(draws.of("name"))
                + "\"}";
    }

    private static long number(Draws draws, long most) {
        return 1 + draws.below(most);
    }

    private static long octet(Draws draws) {
        return draws.below(256);
    }

    /** Marked as administered locally, and of one card rather than of a group. */
    private static String mac(Draws draws, int octets) {
        StringBuilder text = new StringBuilder("02");
        for (int i = 1; i < octets; i++) {
            int octet = (int) octet(draws.of(i));
            text.append(':').append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
        }
        return text.toString();
    }
}
