package dev.seedplan.benchmarks.compatibility;

import dev.seedplan.runtime.FillRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One schema, tried.
 *
 * @param entry the schema
 * @param notRun why it was not tried; null if it was
 * @param server where; null if it was not tried
 * @param applied what became of its statements; null if it was not tried
 * @param facts its size; null if it was not tried
 * @param none the fill in which nullable columns hold values; null if it was not tried
 * @param all the fill in which nullable columns are NULL; null if it was not tried
 */
record Trial(
        Manifest.Entry entry,
        @Nullable String notRun,
        @Nullable Server server,
        @Nullable AppliedSchema applied,
        @Nullable Facts facts,
        @Nullable Outcome none,
        @Nullable Outcome all) {

    /** Tries a schema on the first server that has all it needs. */
    static Trial of(Manifest.Entry entry, Path folder, Path checkouts, List<Server> servers)
            throws IOException, SQLException {
        Optional<Server> found = servers.stream()
                .filter(s -> s.extensions().containsAll(entry.needs()))
                .findFirst();
        if (found.isEmpty()) {
            return notRun(entry, "no server has the extensions " + String.join(", ", entry.needs()));
        }
        Server server = found.get();
        String name = entry.name();
        String copy = name + "_2";
        try {
            DataSource first = server.create(name, "");
            AppliedSchema applied = AppliedSchema.apply(entry, folder, checkouts, server, first);
            Facts facts = Facts.of(first);
            DataSource second = server.create(copy, name);
            Outcome none = Outcome.fill(server, name, first, entry.tables(), FillRequest.Nulls.NONE);
            Outcome all = Outcome.fill(server, copy, second, entry.tables(), FillRequest.Nulls.ALL);
            return new Trial(entry, null, server, applied, facts, none, all);
        } catch (Checkout.Missing e) {
            return notRun(entry, String.valueOf(e.getMessage()));
        } finally {
            server.drop(copy);
            server.drop(name);
        }
    }

    private static Trial notRun(Manifest.Entry entry, String why) {
        return new Trial(entry, why, null, null, null, null, null);
    }
}
