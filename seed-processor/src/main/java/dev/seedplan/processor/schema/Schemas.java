package dev.seedplan.processor.schema;

import dev.seedplan.processor.report.AnnotationUse;
import dev.seedplan.processor.report.Place;
import dev.seedplan.processor.report.Reports;
import dev.seedplan.schema.SchemaError;
import dev.seedplan.schema.Snapshot;
import dev.seedplan.schema.SnapshotException;
import dev.seedplan.schema.SnapshotHash;
import dev.seedplan.schema.SnapshotJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import org.jspecify.annotations.Nullable;

/** The packages with {@code @SeedSchema}, each read once; holds data, no elements, so it lives through all rounds. */
public final class Schemas {

    private final SnapshotLocator locator;
    private final Reports reports;
    private final Map<String, Optional<SchemaPackage>> packages = new HashMap<>();

    /** Looks for snapshots through {@code filer}, first in {@code directory} where that is given. */
    public Schemas(Filer filer, @Nullable String directory, Reports reports) {
        this.locator = new SnapshotLocator(filer, directory);
        this.reports = reports;
    }

    /** {@return where the copy of a package's snapshot stands beside its classes} */
    public static String copyOf(String packageName) {
        return "META-INF/seedplan/schemas/" + packageName + ".json";
    }

    /** {@return the packages read so far whose snapshot is sound} */
    public Collection<SchemaPackage> known() {
        return packages.values().stream().flatMap(Optional::stream).toList();
    }

    /** {@return whether a package has a schema, sound or not} */
    public static boolean isSchema(PackageElement element) {
        return AnnotationUse.find(element, "SeedSchema").isPresent();
    }

    /**
     * {@return the schema of a package; empty where it has none, or where its snapshot cannot be used}
     *
     * @param reportAt where to say what is wrong, for a package that has no source here
     */
    public Optional<SchemaPackage> of(PackageElement element, Element reportAt) {
        String name = element.getQualifiedName().toString();
        Optional<SchemaPackage> known = packages.get(name);
        if (known == null) {
            known = AnnotationUse.find(element, "SeedSchema").flatMap(use -> read(name, use, reportAt));
            packages.put(name, known);
        }
        return known;
    }

    private Optional<SchemaPackage> read(String name, AnnotationUse use, Element reportAt) {
        boolean source = reports.isSource(use.element());
        String file = use.text("file");
        String hash = use.text("hash");
        AtomicReference<SchemaPackage> match = new AtomicReference<>();
        Predicate<SnapshotLocator.Found> wanted = found -> {
            match.set(matching(name, found.text(), hash, file));
            return match.get() != null;
        };
        SnapshotLocator.Search search =
                source ? locator.inProject(file, wanted) : locator.besideClasses(copyOf(name), file, wanted);
        Place onFile = source ? use.at("file") : Place.of(reportAt);
        if (search.found().isEmpty()) {
            String what = source
                    ? "the snapshot " + file + " was not found; looked in: "
                    : "the snapshot of package " + name + ", hash " + shorter(hash) + ", was not found; looked in: ";
            reports.error(onFile, SchemaError.MISSING.message(what + String.join(", ", search.tried())));
            return Optional.empty();
        }
        SchemaPackage matching = match.get();
        if (matching != null) {
            return Optional.of(matching);
        }
        SnapshotLocator.Found found = search.found().get();
        try {
            Snapshot snapshot = SnapshotJson.read(found.text(), file);
            String actual = SnapshotHash.of(snapshot);
            reports.error(
                    source ? use.at("hash") : Place.of(reportAt),
                    SchemaError.EDITED.message(file + " is not the file this package was made for: its hash is "
                            + actual + ", here stands " + shorter(hash) + " (read from " + found.where() + ")"));
        } catch (SnapshotException e) {
            reports.error(onFile, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** The schema in a text, where it is the one that was asked for. */
    private static @Nullable SchemaPackage matching(String name, String text, String hash, String file) {
        try {
            Snapshot snapshot = SnapshotJson.read(text);
            return SnapshotHash.of(snapshot).equals(hash) ? new SchemaPackage(name, snapshot, hash, file, text) : null;
        } catch (SnapshotException e) {
            // Not this one; should none match, it is read again for its error.
            return null;
        }
    }

    private static String shorter(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) + "…" : hash.isEmpty() ? "nothing" : hash;
    }
}
