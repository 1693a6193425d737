package dev.seedplan.schema;

/**
 * The type of a column.
 *
 * @param sql the type as PostgreSQL prints it with its modifier, schema-qualified unless in {@code pg_catalog}: {@code
 *     character varying(40)}, {@code public.post_status[]}
 * @param element the type itself, or of an array its element type, by its catalog name: {@code pg_catalog.varchar}
 * @param array whether the column is an array of {@code element}
 * @param modifier {@code pg_attribute.atttypmod}; -1 where there is none
 */
public record TypeRef(String sql, QName element, boolean array, int modifier) {

    /** {@return whether the (element) type is one of PostgreSQL's own} */
    public boolean builtIn() {
        return element.schema().equals("pg_catalog");
    }

    /** {@return the declared length limit in characters of a {@code varchar(n)} or {@code char(n)}, -1 where there is none} */
    public int maxLength() {
        boolean sized =
                builtIn() && (element.name().equals("varchar") || element.name().equals("bpchar"));
        return sized && modifier >= 4 ? modifier - 4 : -1;
    }

    /** {@return the declared precision of a {@code numeric(p,s)}, -1 where there is none} */
    public int precision() {
        return sizedNumeric() ? ((modifier - 4) >> 16) & 0xffff : -1;
    }

    /** {@return the declared scale of a {@code numeric(p,s)}, which may be negative; -1 with a {@link #precision()} of -1 where there is none} */
    public int scale() {
        // The scale is an 11-bit signed number since PostgreSQL 15 (numeric.c, numeric_typmod_scale).
        return sizedNumeric() ? (((modifier - 4) & 0x7ff) ^ 1024) - 1024 : -1;
    }

    private boolean sizedNumeric() {
        return builtIn() && element.name().equals("numeric") && modifier >= 4;
    }
}
