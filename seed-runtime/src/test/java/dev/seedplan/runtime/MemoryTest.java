package dev.seedplan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedplan.runtime.shop.ManyChildren;
import dev.seedplan.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Memory does not grow with the rows: a process with 64 MB loads as many as one likes. */
class MemoryTest {

    /** A tenth of the 1 million parents and 10 million children that -Dseedplan.full loads. */
    private static final long PARENTS = "no".equals(System.getProperty("seedplan.full", "no")) ? 100_000 : 1_000_000;

    @Test
    void tenChildrenForEachParentFitInto64MegabytesOfHeap() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.execute(ManyChildren.DDL);
            ProcessBuilder builder = new ProcessBuilder(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyChildren.class.getName(),
                    "--url",
                    database.jdbcUrl(),
                    "--user",
                    database.user(),
                    "--rows",
                    "parents=" + PARENTS);
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select count(*), count(distinct code), count(distinct parent_id) from children")) {
                row.next();
                assertThat(row.getLong(1)).isBetween(PARENTS * 9, PARENTS * 11).isEqualTo(row.getLong(2));
                assertThat(row.getLong(3)).isEqualTo(PARENTS);
            }
        }
    }
}
