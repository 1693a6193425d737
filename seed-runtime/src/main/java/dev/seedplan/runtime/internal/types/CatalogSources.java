package dev.seedplan.runtime.internal.types;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Types about the server itself. Names of objects are of such as exist in every database since PostgreSQL 12. */
final class CatalogSources {

    private static final long UINT32 = 1L << 32;

    private CatalogSources() {}

    static Map<String, Function<SqlType.Scalar, ValueSource>> all() {
        Map<String, Function<SqlType.Scalar, ValueSource>> all = new HashMap<>();
        all.put("xid", type -> CatalogSources::transaction);
        all.put("cid", type -> draws -> String.valueOf(draws.below(1_000)));
        all.put("xid8", type -> CatalogSources::transaction);
        all.put(
                "tid",
                type -> draws ->
                        "(" + draws.of(0).below(10_000) + "," + (1 + draws.of(1).below(100)) + ")");
        all.put(
                "pg_lsn",
                type -> draws ->
                        hex(draws.of(0).below(256)) + "/" + hex(draws.of(1).below(UINT32)));
        all.put("txid_snapshot", type -> CatalogSources::snapshot);
        all.put("pg_snapshot", type -> CatalogSources::snapshot);
        all.put("int2vector", type -> draws -> vector(draws, 100));
        all.put("oidvector", type -> draws -> vector(draws, 100_000));
        all.put(
                "aclitem",
                type -> draws ->
                        role(draws.of(0)) + "=" + oneOf(draws.of(1), "r", "ar", "arwd") + "/" + role(draws.of(2)));
        all.put("regrole", type -> CatalogSources::role);
        named(all, "regclass", "pg_class", "pg_type", "pg_attribute", "pg_index", "pg_proc");
        named(all, "regtype", "integer", "text", "date", "uuid", "boolean");
        named(all, "regproc", "now", "pi", "version");
        named(all, "regprocedure", "now()", "lower(text)", "upper(text)", "md5(text)");
        named(all, "regoper", "||/", "|/");
        named(all, "regoperator", "+(integer,integer)", "-(integer,integer)", "=(text,text)");
        named(all, "regnamespace", "pg_catalog", "information_schema", "pg_toast");
        named(all, "regconfig", "english", "simple", "german", "french");
        named(all, "regdictionary", "simple", "english_stem", "german_stem", "french_stem");
        named(all, "regcollation", "\"C\"", "\"POSIX\"", "\"default\"");
        return all;
    }

    private static void named(Map<String, Function<SqlType.Scalar, ValueSource>> all, String type, String... names) {
        all.put(type, scalar -> draws -> oneOf(draws, names));
    }

    private static String oneOf(Draws draws, String... names) {
        return names[(int) draws.below(names.length)];
    }

    private static String role(Draws draws) {
        return oneOf(draws, "pg_monitor", "pg_read_all_settings", "pg_read_all_stats", "pg_signal_backend");
    }

    private static String transaction(Draws draws) {
        // The first three numbers have a meaning of their own.
        return String.valueOf(3 + draws.below(1_000_000));
    }

    private static String snapshot(Draws draws) {
        long oldest = 3 + draws.of(0).below(1_000_000);
        long running = oldest + draws.of(1).below(5);
        long next = running + 1 + draws.of(2).below(5);
        return oldest + ":" + next + ":" + running;
    }

    private static String hex(long number) {
        return Long.toHexString(number).toUpperCase(Locale.ROOT);
    }

    private static String vector(Draws draws, long most) {
        return IntStream.range(0, 3)
                .mapToObj(i -> String.valueOf(1 + draws.of(i).below(most)))
                .collect(Collectors.joining(" "));
    }
}
