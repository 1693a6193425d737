package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackageInfoTest {

    private static final String DEFAULT = PackageInfo.DEFAULT_FILE;

    @Test
    void newFileHoldsAnnotationAndPackage() {
        assertThat(new PackageInfo(DEFAULT, "abc").create("blog.db")).isEqualTo("""
                /** The tables of the database as Java; file and hash are written by {@code seedplan snapshot}. */
                @SeedSchema(file = "seedplan/schema.json", hash = "abc")
                package blog.db;

                import dev.seedplan.SeedSchema;
                """);
    }

    @Test
    void onlyTheValuesChange() {
        String text = """
                // @SeedSchema(hash = "in a comment")\r
                /* @SeedSchema(hash = "in another") */\r
                @Deprecated(since = "@SeedSchema(hash = 1)")\r
                @SeedSchema( hash  =\t"old",\r
                    file = "a)b.json" ) // stays\r
                package  blog.db ;\r
                """;
        assertThat(new PackageInfo("c.json", "new").update(text))
                .isEqualTo(text.replace("\"old\"", "\"new\"").replace("a)b.json", "c.json"));
    }

    @Test
    void fileIsAddedOnlyWhereItIsNotTheDefault() {
        String text = "@dev.seedplan.SeedSchema(hash = \"old\")\npackage p;\n";
        assertThat(new PackageInfo(DEFAULT, "new").update(text)).isEqualTo(text.replace("old", "new"));
        assertThat(new PackageInfo("x.json", "new").update(text))
                .isEqualTo("@dev.seedplan.SeedSchema(file = \"x.json\", hash = \"new\")\npackage p;\n");
    }

    @Test
    void missingAnnotationIsPutBeforeThePackage() {
        assertThat(new PackageInfo(DEFAULT, "new").update("/** The package blog. */\r\n@Deprecated\r\npackage p;\r\n"))
                .isEqualTo("/** The package blog. */\r\n@Deprecated\r\n@dev.seedplan.SeedSchema(file ="
                        + " \"seedplan/schema.json\", hash = \"new\")\r\npackage p;\r\n");
    }

    @Test
    void updatingTwiceChangesNothing() {
        PackageInfo info = new PackageInfo("x.json", "new");
        for (String text : new String[] {"package p;", "@SeedSchema(hash = \"old\") package p;", info.create("p")}) {
            String once = info.update(text);
            assertThat(info.update(once)).isEqualTo(once);
        }
    }

    @Test
    void whatHasNoPlaceForTheHashIsRefused() {
        for (String text : new String[] {
            "",
            "@SeedSchema(hash = HASH) package p;",
            "@SeedSchema(file = \"x\") package p;",
            "@SeedSchema(hash = \"x\""
        }) {
            assertThatThrownBy(() -> new PackageInfo(DEFAULT, "new").update(text))
                    .hasMessageStartingWith("[SEED-1107] ");
        }
    }
}
