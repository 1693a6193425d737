package dev.seedplan.runtime.internal.types;

import dev.seedplan.schema.QName;
import dev.seedplan.schema.UserType;
import java.util.List;
import java.util.Optional;

/** The domains of {@code information_schema}, which no snapshot holds (information_schema.sql of PostgreSQL). */
final class StandardDomains {

    private static final int YES_OR_NO_MODIFIER = 3 + 4;

    private StandardDomains() {}

    static Optional<SqlType> of(String sql, QName name) {
        return switch (name.name()) {
            case "cardinal_number" ->
                domain(sql, name, builtIn("integer", "int4", -1), "cardinal_number_domain_check", "(VALUE >= 0)");
            case "character_data" -> domain(sql, name, builtIn("character varying", "varchar", -1));
            case "sql_identifier" -> domain(sql, name, builtIn("name", "name", -1));
            case "time_stamp" -> domain(sql, name, builtIn("timestamp(2) with time zone", "timestamptz", 2));
            case "yes_or_no" ->
                domain(
                        sql,
                        name,
                        builtIn("character varying(3)", "varchar", YES_OR_NO_MODIFIER),
                        "yes_or_no_check",
                        "((VALUE)::text = ANY ((ARRAY['YES'::character varying, 'NO'::character varying])::text[]))");
            default -> Optional.empty();
        };
    }

    private static SqlType builtIn(String sql, String name, int modifier) {
        return new SqlType.Scalar(sql, new QName("pg_catalog", name), modifier, null);
    }

    private static Optional<SqlType> domain(String sql, QName name, SqlType base) {
        return Optional.of(new SqlType.Domain(sql, name, base, false, List.of()));
    }

    private static Optional<SqlType> domain(String sql, QName name, SqlType base, String check, String expression) {
        return Optional.of(
                new SqlType.Domain(sql, name, base, false, List.of(new UserType.DomainCheck(check, expression, true))));
    }
}
