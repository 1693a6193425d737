package dev.seedplan.processor.schema;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds a snapshot's file. No build tool gives a processor its resources, so several places are looked at: the directory
 * of the option, the class output (Maven and Gradle's javac have copied resources there), the source path, and the
 * project's {@code src/main/resources}, found from the class output upwards (Eclipse). A package from a jar has its
 * snapshot beside its classes.
 */
final class SnapshotLocator {

    private static final List<String> PROJECT_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private final Filer filer;
    private final @Nullable String directory;
    private int probes;

    /** Looks first into {@code directory}, the processor's option, where it is given. */
    SnapshotLocator(Filer filer, @Nullable String directory) {
        this.filer = filer;
        this.directory = directory;
    }

    /** A file that was found: what messages call it, and its text. */
    record Found(String where, String text) {}

    /** What a search found, and every place it looked at, in order. */
    record Search(Optional<Found> found, List<String> tried) {}

    /**
     * Searches the sources' places for the file that {@code @SeedSchema} names: the first that is {@code wanted} (a copy
     * in the class output may be older than the file it was made from), else the first.
     */
    Search inProject(String file, Predicate<Found> wanted) {
        Search search = search(projectPlaces(file), wanted);
        return search.found().isPresent() ? search : search(projectPlaces(file), found -> true);
    }

    /** Searches for the snapshot of a package from class files; only a text that is {@code wanted} counts as found. */
    Search besideClasses(String copy, String file, Predicate<Found> wanted) {
        List<Candidate> places = new ArrayList<>();
        places.add(resource(StandardLocation.CLASS_PATH, copy));
        places.add(resource(StandardLocation.CLASS_OUTPUT, copy));
        places.addAll(projectPlaces(file));
        places.add(resource(StandardLocation.CLASS_PATH, file));
        return search(places, wanted);
    }

    private static Search search(List<Candidate> places, Predicate<Found> wanted) {
        List<String> tried = new ArrayList<>();
        for (Candidate place : places) {
            if (!tried.contains(place.where())) {
                tried.add(place.where());
            }
            String text = place.read();
            if (text != null) {
                Found found = new Found(place.where(), text);
                if (wanted.test(found)) {
                    return new Search(Optional.of(found), tried);
                }
            }
        }
        return new Search(Optional.empty(), tried);
    }

    private List<Candidate> projectPlaces(String file) {
        List<Candidate> places = new ArrayList<>();
        if (directory != null) {
            places.add(new OnDisk(Path.of(directory).resolve(file)));
        }
        Candidate output = resource(StandardLocation.CLASS_OUTPUT, file);
        places.add(output);
        places.add(resource(StandardLocation.SOURCE_PATH, file));
        Path project = projectAbove(output.path() == null ? classOutput() : output.path());
        if (project != null) {
            places.add(new OnDisk(project.resolve("src/main/resources").resolve(file)));
            places.add(new OnDisk(project.resolve("src/test/resources").resolve(file)));
            places.add(new OnDisk(project.resolve(file)));
        }
        return places;
    }

    /** ECJ names a file only where it exists, unless it is to be made; one that is never opened is never made. */
    private @Nullable Path classOutput() {
        try {
            FileObject never = filer.createResource(StandardLocation.CLASS_OUTPUT, "", "seedplan/never" + probes++);
            return pathOf(never.toUri());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static @Nullable Path projectAbove(@Nullable Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            Path here = at;
            if (PROJECT_FILES.stream().anyMatch(name -> Files.exists(here.resolve(name)))) {
                return here;
            }
        }
        return null;
    }

    private Candidate resource(Location location, String name) {
        try {
            FileObject file = filer.getResource(location, "", name);
            return new InLocation(location.getName() + " (" + readable(file.toUri()) + ")", file);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            // Missing, or a place this compiler does not have: Eclipse throws IllegalArgumentException for some.
            return new Absent(location.getName() + " (" + name + ")");
        }
    }

    private static String readable(URI uri) {
        Path path = pathOf(uri);
        return path == null ? uri.toString() : path.toString();
    }

    private static @Nullable Path pathOf(URI uri) {
        try {
            return "file".equals(uri.getScheme()) ? Path.of(uri) : null;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    /** A place where the file may be. */
    private sealed interface Candidate {

        String where();

        @Nullable
        String read();

        default @Nullable Path path() {
            return null;
        }
    }

    private record Absent(String where) implements Candidate {

        @Override
        public @Nullable String read() {
            return null;
        }
    }

    private record OnDisk(Path file) implements Candidate {

        @Override
        public String where() {
            return file.toString();
        }

        @Override
        public @Nullable String read() {
            try {
                return Files.isRegularFile(file) ? Files.readString(file) : null;
            } catch (IOException e) {
                return null;
            }
        }
    }

    private record InLocation(String where, FileObject file) implements Candidate {

        @Override
        public @Nullable String read() {
            try (InputStream in = file.openInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException | IllegalStateException e) {
                return null;
            }
        }

        @Override
        public @Nullable Path path() {
            return pathOf(file.toUri());
        }
    }
}
