package dev.seedplan.cli.check;

import dev.seedplan.cli.SchemaSource;
import dev.seedplan.runtime.SeedException;
import dev.seedplan.runtime.introspect.IntrospectionError;
import dev.seedplan.runtime.introspect.IntrospectionException;
import dev.seedplan.schema.Change;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotDiff;
import dev.seedplan.schema.SnapshotHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A snapshot against the database and the migrations that a command names. */
final class SchemaChecks {

    private final Snapshot snapshot;
    private final Path file;

    SchemaChecks(Snapshot snapshot, Path file) {
        this.snapshot = snapshot;
        this.file = file;
    }

    List<Finding> findings(SchemaSource source, Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        if (source.database().address() != null) {
            findings.add(compare(
                    "database " + source.database().required(environment),
                    schemas -> source.ofDatabase(schemas, environment)));
        }
        if (source.migrations() != null) {
            findings.add(
                    compare("migrations " + source.migrations(), schemas -> source.ofMigrations(schemas, environment)));
        }
        return findings;
    }

    private Finding compare(String other, Function<List<String>, Snapshot> reader) {
        String subject = "snapshot " + file + " and " + other;
        Snapshot now;
        try {
            now = reader.apply(snapshot.schemas());
        } catch (IntrospectionException e) {
            if (e.error() != IntrospectionError.NO_SUCH_SCHEMA) {
                throw e;
            }
            now = reader.apply(List.of());
        }
        if (SnapshotHash.of(snapshot).equals(SnapshotHash.of(now))) {
            return Finding.fits(subject);
        }
        return new Finding(
                subject,
                SeedException.DRIFT,
                SnapshotDiff.between(snapshot, now).stream().map(Change::text).toList());
    }
}
