package dev.seedplan.content;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The search for a pool's files; they can be read until it is closed. */
final class Search implements Closeable {

    /** The most places a message lists. */
    private static final int MOST_NAMED = 6;

    private final Glob glob;
    private final ClassLoader loader;
    private final Problems problems;
    private final List<Place> places = new ArrayList<>();

    Search(Glob glob, ClassLoader loader, Problems problems) {
        this.glob = glob;
        this.loader = loader;
        this.problems = problems;
    }

    /**
     * {@return the files that match, in the order of their ids by code point}
     *
     * <p>Where the directory given has any, they are all: a folder of one's own replaces a pool and does not mix with
     * it. Of several entries of the class path that have a file of the same name, the class loader's choice counts.
     *
     * @param directory the directory given; empty for none
     */
    List<Found> files(String directory) {
        if (!directory.isEmpty()) {
            Place given = given(directory);
            List<Found> files = in(List.of(given));
            if (!files.isEmpty() || !problems.isEmpty()) {
                return files;
            }
        }
        List<Found> files = in(ClassPath.of(loader, glob));
        if (files.isEmpty() && problems.isEmpty()) {
            throw new Refused(ContentError.NO_FILE, 0, "no file matches; looked in " + placesNamed());
        }
        return files;
    }

    private static Place given(String directory) {
        try {
            Path path = Path.of(directory);
            Place place = Files.exists(path) ? Entries.placeOf(path) : null;
            if (place != null) {
                return place;
            }
        } catch (InvalidPathException e) {
            throw new Refused(ContentError.NO_DIRECTORY, 0, "the directory " + directory + " cannot be opened", e);
        }
        throw new Refused(ContentError.NO_DIRECTORY, 0, "there is no directory and no archive " + directory);
    }

    private List<Found> in(List<Place> more) {
        places.addAll(more);
        Map<String, List<Found>> byId = new TreeMap<>(CODE_POINTS);
        for (Place place : more) {
            place.find(
                    glob,
                    problems,
                    found -> byId.computeIfAbsent(found.id(), id -> new ArrayList<>(1))
                            .add(found));
        }
        return byId.values().stream().map(this::first).toList();
    }

    private Found first(List<Found> candidates) {
        if (candidates.size() > 1) {
            String key = ClassPath.keyOfFirst(loader, candidates.get(0).id());
            for (Found candidate : candidates) {
                if (candidate.place().key().equals(key)) {
                    return candidate;
                }
            }
        }
        return candidates.get(0);
    }

    private String placesNamed() {
        // Directories first: that is where a file would be put.
        List<String> names = places.stream()
                .sorted(Comparator.comparing((Place place) -> place instanceof Archive))
                .map(Place::name)
                .toList();
        if (names.isEmpty()) {
            return "an empty class path";
        }
        String listed = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        int left = names.size() - MOST_NAMED;
        return left > 0 ? listed + " and " + left + " more" : listed;
    }

    /** By code point, which {@link String#compareTo} is not: surrogates would come before U+E000 to U+FFFF. */
    static final Comparator<String> CODE_POINTS = (a, b) -> {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    };

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    @Override
    public void close() throws IOException {
        for (Place place : places) {
            place.close();
        }
    }
}
