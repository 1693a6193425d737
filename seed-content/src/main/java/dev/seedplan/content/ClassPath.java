package dev.seedplan.content;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of a class loader that may hold a pool's files.
 *
 * <p>A class loader can be asked for a name, not for a list. So it is asked for the folder all matches are in, which
 * works with any loader; and, since archives without entries for their folders do not answer that, all entries of the
 * class path are looked at too where the loader is the system's or a {@link URLClassLoader}. Resources in named modules
 * are seen only as far as the loader gives them out.
 */
final class ClassPath {

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<Path> seen = new HashSet<>();

    private ClassPath() {}

    /** {@return the places, in the order of the class path; the caller closes them} */
    static List<Place> of(ClassLoader loader, Glob glob) {
        ClassPath path = new ClassPath();
        String name = glob.isLiteral() ? glob.toString() : glob.base();
        try {
            for (URL url : Collections.list(loader.getResources(name))) {
                path.add(Entries.placeOf(url, name));
            }
        } catch (IOException e) {
            throw Found.unreadable("the class path", e);
        }
        path.addEntries(loader);
        return List.copyOf(path.places.values());
    }

    /** {@return the key of the place that a loader takes a file from, null if that cannot be said} */
    static @Nullable String keyOfFirst(ClassLoader loader, String id) {
        URL url = loader.getResource(id);
        try (Place place = url == null ? null : Entries.placeOf(url, id)) {
            return place == null ? null : place.key();
        } catch (IOException e) {
            return null;
        }
    }

    private void add(@Nullable Place place) {
        if (place != null && places.putIfAbsent(place.key(), place) != null) {
            try {
                place.close();
            } catch (IOException e) {
                throw Found.unreadable(place.name(), e);
            }
        }
    }

    private void addEntries(ClassLoader loader) {
        Deque<ClassLoader> parentsFirst = new ArrayDeque<>();
        for (ClassLoader next = loader; next != null; next = next.getParent()) {
            parentsFirst.push(next);
        }
        for (ClassLoader next : parentsFirst) {
            if (next instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    addEntry(url);
                }
            } else if (next == ClassLoader.getSystemClassLoader()) {
                for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                    addEntry(Entries.pathOf(entry));
                }
            }
        }
    }

    private void addEntry(URL url) {
        if (url.getProtocol().equals("file")) {
            addEntry(Entries.pathOf(url));
        } else {
            add(Entries.placeOf(url, ""));
        }
    }

    /** Adds an entry, and after it those its manifest names: the order in which a loader searches them. */
    private void addEntry(@Nullable Path entry) {
        if (entry == null || !seen.add(entry)) {
            return;
        }
        Place place = Entries.placeOf(entry);
        if (place != null) {
            List<Path> more = place instanceof Archive archive ? archive.manifestEntries(entry) : List.of();
            add(place);
            more.forEach(this::addEntry);
        }
    }
}
