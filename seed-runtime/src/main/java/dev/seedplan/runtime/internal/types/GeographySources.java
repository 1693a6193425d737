package dev.seedplan.runtime.internal.types;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostGIS's geometry and geography, as extended well-known text: small shapes about points between 60 degrees south and
 * north, which are within the bounds of every common reference system of degrees.
 */
final class GeographySources {

    /** The modifier as PostGIS prints it: {@code geometry(PolygonZ,4326)}. */
    private static final Pattern MODIFIER = Pattern.compile("[^(]*\\((\\w+?)(ZM|Z|M)?(?:,(-?\\d+))?\\)(?:\\[\\])?");

    private GeographySources() {}

    static ValueSource of(SqlType.Scalar type) {
        Matcher modifier = MODIFIER.matcher(type.sql());
        boolean typed = modifier.matches();
        String shape = typed ? modifier.group(1).toUpperCase(Locale.ROOT) : "POINT";
        String dimensions = typed && modifier.group(2) != null ? modifier.group(2) : "";
        int reference = typed && modifier.group(3) != null ? Integer.parseInt(modifier.group(3)) : 0;
        String prefix = reference > 0 ? "SRID=" + reference + ";" : "";
        return draws -> prefix + shape(shape.equals("GEOMETRY") ? "POINT" : shape, dimensions, draws);
    }

    private static String shape(String shape, String dimensions, Draws draws) {
        long x = draws.of("x").below(36_000 - 2_000) - 17_000;
        long y = draws.of("y").below(12_000) - 6_000;
        long size = 1 + draws.of("size").below(100);
        String rest = " 1".repeat(dimensions.length());
        String a = point(x, y) + rest;
        String b = point(x + size, y) + rest;
        String c = point(x + size, y + size) + rest;
        String ring = "((" + a + "," + b + "," + c + "," + a + "))";
        String line = "(" + a + "," + b + "," + c + ")";
        String head = shape + (dimensions.isEmpty() ? "" : " " + dimensions);
        return head
                + switch (shape) {
                    case "LINESTRING", "CIRCULARSTRING" -> line;
                    case "MULTILINESTRING", "COMPOUNDCURVE", "MULTICURVE" -> "(" + line + ")";
                    case "POLYGON", "CURVEPOLYGON", "TRIANGLE" -> ring;
                    case "MULTIPOLYGON", "MULTISURFACE", "POLYHEDRALSURFACE", "TIN" -> "(" + ring + ")";
                    case "MULTIPOINT" -> "((" + a + "),(" + b + "))";
                    case "GEOMETRYCOLLECTION" ->
                        "(POINT" + (dimensions.isEmpty() ? "" : " " + dimensions) + "(" + a + "))";
                    default -> "(" + a + ")";
                };
    }

    private static String point(long x, long y) {
        return GeometrySources.number(x) + " " + GeometrySources.number(y);
    }
}
