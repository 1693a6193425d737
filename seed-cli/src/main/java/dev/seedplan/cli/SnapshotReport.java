package dev.seedplan.cli;

import dev.seedplan.schema.Change;
import dev.seedplan.schema.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking a snapshot.
 *
 * @param snapshot the snapshot
 * @param file the file it is in
 * @param written whether the file is another than before
 * @param hash its hash
 * @param packageInfo the source file the hash was written to; null for none
 * @param changes what differs from the last snapshot; null where there was none, or none that could be read
 * @param notes what else is to be said
 */
record SnapshotReport(
        Snapshot snapshot,
        Path file,
        boolean written,
        String hash,
        @Nullable Path packageInfo,
        @Nullable List<Change> changes,
        List<String> notes) {

    /** Prints it for people. */
    void print(PrintWriter out) {
        List<String> schemas = snapshot.schemas();
        out.println("PostgreSQL " + snapshot.serverVersion() + ": "
                + number(snapshot.tables().size(), "table") + " with " + number(columns(), "column") + " in "
                + (schemas.size() == 1 ? "the schema " : "the schemas ") + String.join(", ", schemas));
        notes.forEach(out::println);
        out.println((written ? "wrote " : "kept ") + file);
        if (packageInfo != null) {
            out.println("hash " + hash + " in " + packageInfo);
        } else {
            out.println("the package of the row classes needs @SeedSchema(file = \"" + SourceTree.resourceName(file)
                    + "\", hash = \"" + hash + "\") in its package-info.java; --package writes it");
        }
        if (changes != null) {
            out.println(changes.isEmpty() ? "no change since the last snapshot" : "since the last snapshot:");
            changes.forEach(change -> out.println("  " + change.text()));
        }
    }

    /** {@return it for programs} */
    JsonObject json() {
        return new JsonObject()
                .put("version", 1)
                .put("command", "snapshot")
                .put("exit", 0)
                .put("server", snapshot.serverVersion())
                .put("file", file)
                .put("written", written)
                .put("hash", hash)
                .put("packageInfo", packageInfo)
                .put("schemas", snapshot.schemas(), schema -> schema)
                .put("tables", snapshot.tables().size())
                .put("columns", columns())
                .put("compared", changes != null)
                .put("changes", changes == null ? List.of() : changes, SnapshotReport::json)
                .put("notes", notes, note -> note);
    }

    private static JsonObject json(Change change) {
        Change.Subject subject = change.subject();
        JsonObject json = new JsonObject();
        if (change instanceof Change.Added added) {
            json.put("change", "added").put("detail", added.detail().isEmpty() ? null : added.detail());
        } else if (change instanceof Change.Removed) {
            json.put("change", "removed");
        } else if (change instanceof Change.Renamed renamed) {
            json.put("change", "renamed").put("newName", renamed.newName());
        } else if (change instanceof Change.Altered altered) {
            json.put("change", "altered")
                    .put("aspect", altered.aspect())
                    .put("before", altered.before())
                    .put("after", altered.after());
        }
        return json.put("kind", subject.kind())
                .put("name", subject.name())
                .put("part", subject.part())
                .put("text", change.text());
    }

    private long columns() {
        return snapshot.tables().stream().mapToLong(t -> t.columns().size()).sum();
    }

    private static String number(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
