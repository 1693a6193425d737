package dev.seedplan.runtime.internal.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.schema.QName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of extensions that the test server does not have. */
class ExtensionTypesTest {

    private static final TypeValues VALUES = new TypeValues(Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public.geometry | POINT\\(-?[0-9.]+ -?[0-9.]+\\)",
                "public.geometry(Point,4326) | SRID=4326;POINT\\(-?[0-9.]+ -?[0-9.]+\\)",
                "public.geography(PointZ,4326) | SRID=4326;POINT Z\\(-?[0-9.]+ -?[0-9.]+ 1\\)",
                "public.geometry(LineStringZM,3857) | SRID=3857;LINESTRING ZM\\([^()]+ 1 1,[^()]+ 1 1,[^()]+ 1 1\\)",
                "public.geometry(Polygon,4326) | SRID=4326;POLYGON\\(\\(([^,]+),[^,]+,[^,]+,\\1\\)\\)",
                "public.geometry(MultiPolygon,4326) | SRID=4326;MULTIPOLYGON\\(\\(\\([^()]+\\)\\)\\)",
                "public.geometry(Geometry,4326) | SRID=4326;POINT\\([^()]+\\)",
                "public.geometry(GeometryCollection) | GEOMETRYCOLLECTION\\(POINT\\([^()]+\\)\\)"
            })
    void shapesAreOfTheDeclaredKindAndReferenceSystem(String sql, String expected) {
        SqlType type =
                new SqlType.Scalar(sql, new QName("public", sql.replaceAll("public\\.|\\(.*", "")), 0, "postgis");
        for (int i = 0; i < 20; i++) {
            assertThat((String) VALUES.source(type).orElseThrow().at(new Draws(i)))
                    .matches(expected);
        }
    }

    @Test
    void vectorsHaveTheDeclaredDimensions() {
        SqlType type = new SqlType.Scalar("public.vector(1536)", new QName("public", "vector"), 1536, "vector");
        String text = (String) VALUES.source(type).orElseThrow().at(new Draws(1));
        assertThat(text.split(",")).hasSize(1536);
    }

    @Test
    void domainsAreAskedForInsideArraysAndComposites() {
        SqlType text = new SqlType.Scalar("text", new QName("pg_catalog", "text"), -1, null);
        SqlType code = new SqlType.Domain("public.code", new QName("public", "code"), text, false, List.of());
        SqlType pair = new SqlType.Composite(
                "public.pair",
                new QName("public", "pair"),
                List.of(
                        new SqlType.Attribute("a", code),
                        new SqlType.Attribute("b", new SqlType.ArrayOf("public.code[]", code)),
                        new SqlType.Attribute("c", new SqlType.Scalar("x.y", new QName("x", "y"), -1, null))));
        TypeValues solved = new TypeValues(Instant.EPOCH, domain -> Optional.of(draws -> "A 1"));
        assertThat((String) solved.source(pair).orElseThrow().at(new Draws(3)))
                .matches("\\(\"A 1\",\"\\{(\"\"A 1\"\",?)+}\",\\)");
    }

    @Test
    void whatNobodyKnowsIsNamed() {
        assertThat(refusal("mood", "other")).contains("the type public.mood of the extension other is not known here");
        assertThat(refusal("mine", null)).contains("the type public.mine is not known here");
    }

    private static String refusal(String name, @Nullable String extension) {
        SqlType type = new SqlType.Scalar("public." + name, new QName("public", name), -1, extension);
        assertThat(VALUES.source(type)).isEmpty();
        return VALUES.refusal(type).orElseThrow();
    }
}
