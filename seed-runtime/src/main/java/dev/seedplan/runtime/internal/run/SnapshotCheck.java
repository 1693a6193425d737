package dev.seedplan.runtime.internal.run;

import dev.seedplan.runtime.program.SeedProgram;
import dev.seedplan.runtime.program.SnapshotFiles;
import dev.seedplan.schema.SnapshotException;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a snapshot that was edited after the plan was compiled. A build tool copies a changed resource without
 * compiling anything, so nobody else would notice. Where the two lie apart, as under Gradle, nothing can be compared.
 */
final class SnapshotCheck {

    private SnapshotCheck() {}

    static void check(SeedProgram program) {
        SnapshotFiles files = program.snapshot();
        if (files != null) {
            check(files, program.loader(), program.spec().plan(), program.spec().schemaHash());
        }
    }

    static void check(SnapshotFiles files, ClassLoader loader, String plan, String hash) {
        URL copy = loader.getResource(files.copy());
        if (copy == null) {
            return;
        }
        String place = copy.toString();
        try {
            String compiled = read(copy);
            String now = read(
                    new URL(place.substring(0, place.length() - files.copy().length()) + files.file()));
            // Usually the same bytes, so that nothing is parsed.
            if (now != null && !now.equals(compiled) && !hash(now).equals(hash)) {
                throw RunError.SNAPSHOT_EDITED.because(
                        files.file() + " is not the snapshot that plan " + plan + " was compiled with");
            }
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            return SnapshotHash.of(SnapshotJson.read(text));
        } catch (SnapshotException e) {
            return "";
        }
    }

    private static @Nullable String read(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notThere) {
            return null;
        }
    }
}
