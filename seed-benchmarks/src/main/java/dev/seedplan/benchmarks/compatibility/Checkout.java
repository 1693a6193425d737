package dev.seedplan.benchmarks.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repository on this machine, read at one commit with git, whatever its working tree holds. */
final class Checkout {

    private final Path folder;
    private final String commit;
    private final List<String> paths;

    private Checkout(Path folder, String commit, List<String> paths) {
        this.folder = folder;
        this.commit = commit;
        this.paths = paths;
    }

    /** A checkout that is not there, or not as expected. */
    static final class Missing extends Exception {

        private static final long serialVersionUID = 1L;

        Missing(String message) {
            super(message);
        }
    }

    /**
     * Finds a repository below a folder: {@code owner/name}, {@code owner+name} or {@code name}, each perhaps with the
     * repository in {@code repo} below it.
     *
     * @throws Missing if it is not there or lacks the commit
     */
    static Checkout find(Path checkouts, String repository, String commit) throws Missing, IOException {
        String name = repository.substring(repository.indexOf('/') + 1);
        for (String place : List.of(repository, repository.replace('/', '+'), name)) {
            for (String below : List.of("repo", "")) {
                Path folder = checkouts.resolve(place).resolve(below);
                boolean repositoryHere = Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve("HEAD"));
                if (repositoryHere) {
                    String list = git(folder, "ls-tree", "-r", "-z", "--name-only", commit);
                    if (list == null) {
                        throw new Missing(place + " lacks commit " + commit + " of " + repository);
                    }
                    return new Checkout(folder, commit, Arrays.asList(list.split("\0")));
                }
            }
        }
        throw new Missing("no checkout of " + repository);
    }

    /**
     * {@return the paths that match, those of each glob in natural order}
     *
     * @throws Missing if a glob matches nothing
     */
    List<String> paths(Manifest.Source source) throws Missing {
        List<PathMatcher> without =
                source.without().stream().map(Checkout::matcher).toList();
        List<String> all = new ArrayList<>();
        for (String glob : source.files()) {
            PathMatcher matcher = matcher(glob);
            List<String> found = new ArrayList<>();
            for (String path : paths) {
                boolean wanted =
                        matcher.matches(Path.of(path)) && without.stream().noneMatch(m -> m.matches(Path.of(path)));
                if (wanted && !all.contains(path)) {
                    found.add(path);
                }
            }
            if (found.isEmpty()) {
                throw new Missing("no file of " + source.repository() + " matches " + glob);
            }
            found.sort(NaturalOrder.INSTANCE);
            all.addAll(found);
        }
        return all;
    }

    /**
     * {@return the text of a file; what is no UTF-8 is read as Latin-1}
     *
     * @throws Missing if the checkout knows the file but does not hold it
     */
    String text(String path) throws Missing, IOException {
        String text = git(folder, "show", commit + ":" + path);
        if (text == null) {
            throw new Missing("the checkout does not hold " + path);
        }
        return text;
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    private static @Nullable String git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] bytes;
        try (InputStream output = process.getInputStream()) {
            bytes = output.readAllBytes();
        }
        try {
            if (process.waitFor() != 0) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git ran", e);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
