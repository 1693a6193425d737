package dev.seedplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationOrderTest {

    @Test
    void flywayComparesVersionsNumberByNumber() {
        assertThat(MigrationOrder.of(List.of(
                        "V10__ten.sql",
                        "V1_1__one_one.sql",
                        "V1__one.sql",
                        "V1.0.1__one_zero_one.sql",
                        "V2__two.sql",
                        "V20240101120000__stamp.sql",
                        "sub/V3__three.sql",
                        "V01.2__one_two.sql")))
                .containsExactly(
                        "V1__one.sql",
                        "V1.0.1__one_zero_one.sql",
                        "V1_1__one_one.sql",
                        "V01.2__one_two.sql",
                        "V2__two.sql",
                        "sub/V3__three.sql",
                        "V10__ten.sql",
                        "V20240101120000__stamp.sql");
    }

    @Test
    void flywayRunsRepeatableOnesLastAndNeverUndoesOrCallbacks() {
        assertThat(MigrationOrder.of(List.of(
                        "R__views.sql", "R__functions.sql", "U1__undo.sql", "afterMigrate.sql", "V1__a.sql", "b.sql")))
                .containsExactly("V1__a.sql", "R__functions.sql", "R__views.sql");
    }

    @Test
    void flywaysNewestBaselineReplacesWhatIsOlder() {
        assertThat(MigrationOrder.of(List.of("V1__a.sql", "V2__b.sql", "V3__c.sql", "B1__x.sql", "B2__y.sql")))
                .containsExactly("B2__y.sql", "V3__c.sql");
    }

    @Test
    void timestampsAndCountersAreComparedAsNumbers() {
        assertThat(MigrationOrder.of(
                        List.of("20240301000000_posts.sql", "20231231235959_users.sql", "20240301000000_a.sql")))
                .containsExactly("20231231235959_users.sql", "20240301000000_a.sql", "20240301000000_posts.sql");
        assertThat(MigrationOrder.of(List.of("10_ten.sql", "2_two.sql", "0001_one.sql")))
                .containsExactly("0001_one.sql", "2_two.sql", "10_ten.sql");
        assertThat(MigrationOrder.of(List.of("20240101_b/migration.sql", "20230101_a/migration.sql")))
                .containsExactly("20230101_a/migration.sql", "20240101_b/migration.sql");
    }

    @Test
    void otherNamesAreComparedAsTexts() {
        assertThat(MigrationOrder.of(List.of("users.sql", "01_first.sql", "auth/roles.sql", "posts.sql")))
                .containsExactly("01_first.sql", "auth/roles.sql", "posts.sql", "users.sql");
    }

    @Test
    void downFilesAreLeftOut() {
        assertThat(MigrationOrder.of(List.of("1_a.up.sql", "1_a.down.sql", "2_b.up.sql", "2_b.DOWN.SQL")))
                .containsExactly("1_a.up.sql", "2_b.up.sql");
    }
}
