package dev.seedplan.runtime.internal.types;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's types of which no value can be written, with the reason. */
final class Unwritable {

    private static final Set<String> PSEUDO = Set.of(
            "_record",
            "any",
            "anyarray",
            "anycompatible",
            "anycompatiblearray",
            "anycompatiblemultirange",
            "anycompatiblenonarray",
            "anycompatiblerange",
            "anyelement",
            "anyenum",
            "anymultirange",
            "anynonarray",
            "anyrange",
            "cstring",
            "event_trigger",
            "fdw_handler",
            "index_am_handler",
            "internal",
            "language_handler",
            "opaque",
            "pg_ddl_command",
            "record",
            "table_am_handler",
            "trigger",
            "tsm_handler",
            "unknown",
            "void");

    private static final Map<String, String> REASONS = Map.of(
            "gtsvector", "is an index's own form of tsvector, which PostgreSQL does not read as text",
            "pg_brin_bloom_summary", "is an index's own summary, which PostgreSQL does not read as text",
            "pg_brin_minmax_multi_summary", "is an index's own summary, which PostgreSQL does not read as text",
            "pg_dependencies", "is made by ANALYZE, and PostgreSQL does not read it as text",
            "pg_mcv_list", "is made by ANALYZE, and PostgreSQL does not read it as text",
            "pg_ndistinct", "is made by ANALYZE, and PostgreSQL does not read it as text",
            "pg_node_tree", "is a parsed expression, which PostgreSQL does not read as text");

    private Unwritable() {}

    /** {@return why nothing of a type in {@code pg_catalog} can be written; empty if that is not known} */
    static Optional<String> reason(String name) {
        return PSEUDO.contains(name)
                ? Optional.of("is a pseudo-type, of which no column can be")
                : Optional.ofNullable(REASONS.get(name));
    }
}
