package dev.seedplan.content;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A directory: one of the class path's, or the one given.
 *
 * <p>Symbolic links are followed as long as they stay below the directory; a link out of it could make a plan read any
 * file of the machine, and is refused.
 */
final class Folder implements Place {

    /** The most files and folders that are looked at: far more than content has, few enough to end in seconds. */
    static final int MOST_LOOKED_AT = 1_000_000;

    private final Path root;
    private final int most;

    /** Makes one of an absolute path without symbolic links. */
    Folder(Path root) {
        this(root, MOST_LOOKED_AT);
    }

    /** Makes one with another limit. */
    Folder(Path root, int most) {
        this.root = root;
        this.most = most;
    }

    @Override
    public String name() {
        return root.toString();
    }

    @Override
    public String key() {
        return root.toString();
    }

    @Override
    public void find(Glob glob, Problems problems, Consumer<Found> found) {
        Path base = root.resolve(glob.base());
        if (!Files.isDirectory(base) || !spelledAlike(base, glob.base())) {
            return;
        }
        Walk walk = new Walk(glob, problems, found);
        Path real = walk.realPath(base, glob.base());
        if (real == null) {
            return;
        }
        if (!real.startsWith(root)) {
            problems.add(glob.base(), outside(real));
            return;
        }
        walk.into(base, real, glob.base().isEmpty() ? "" : glob.base() + "/", glob.depth());
    }

    /** Whether the system spells it as the glob does: where case does not count, ids would else differ elsewhere. */
    private boolean spelledAlike(Path base, String wanted) {
        try {
            Path spelled = root.relativize(base.toRealPath(LinkOption.NOFOLLOW_LINKS));
            return spelled.equals(root.getFileSystem().getPath(wanted))
                    && spelled.toString()
                            .replace(root.getFileSystem().getSeparator(), "/")
                            .equals(wanted);
        } catch (IOException | IllegalArgumentException e) {
            // Whether it can be read is found out, and said, by the walk.
            return true;
        }
    }

    private static Refused outside(Path real) {
        return new Refused(ContentError.OUTSIDE, 0, "the symbolic link leads to " + real + ", outside the folder");
    }

    private static long modifiedSeconds(Path file) {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Size and time of the last change: what writing to a file changes. */
    private static long stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return 31 * attributes.size() + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return 0;
        }
    }

    /** One search. */
    private final class Walk {

        private final Glob glob;
        private final Problems problems;
        private final Consumer<Found> found;
        private final Deque<Path> above = new ArrayDeque<>();
        private int lookedAt;

        Walk(Glob glob, Problems problems, Consumer<Found> found) {
            this.glob = glob;
            this.problems = problems;
            this.found = found;
        }

        /** Searches a folder; false if the limit is reached. */
        boolean into(Path folder, Path real, String prefix, int depth) {
            if (above.contains(real)) {
                problems.add(
                        prefix.substring(0, prefix.length() - 1),
                        new Refused(
                                ContentError.LINK_LOOP,
                                0,
                                "the symbolic link leads to " + real + ", which it is below"));
                return true;
            }
            above.push(real);
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                for (Path child : children) {
                    String name = child.getFileName().toString();
                    if (!glob.skips(name) && !child(child, name, real, prefix, depth)) {
                        return false;
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                problems.add(prefix.isEmpty() ? "." : prefix, Found.unreadable("the folder", e));
            } finally {
                above.pop();
            }
            return true;
        }

        private boolean child(Path child, String name, Path realParent, String prefix, int depth) {
            if (++lookedAt > most) {
                problems.add(
                        root.toString(),
                        new Refused(ContentError.TOO_MANY, 0, "there are more than " + most + " to search"));
                return false;
            }
            String id = prefix + name;
            boolean link = Files.isSymbolicLink(child);
            boolean matches = glob.matches(id);
            boolean folder = Files.isDirectory(child);
            if (!matches && !(folder && depth > 1)) {
                return true;
            }
            Path real = link ? realPath(child, id) : realParent.resolve(child.getFileName());
            if (real == null) {
                return true;
            }
            if (link && !real.startsWith(root)) {
                problems.add(id, outside(real));
                return true;
            }
            if (folder) {
                return depth <= 1 || into(child, real, id + "/", depth - 1);
            }
            if (id.indexOf('\uFFFD') >= 0) {
                problems.add(
                        id, new Refused(ContentError.BAD_NAME, 0, "the name has bytes that are no characters here"));
            } else {
                Found.Opener opener = () -> Files.newInputStream(child);
                found.accept(
                        new Found(id, Folder.this, opener, opener, () -> modifiedSeconds(child), () -> stamp(child)));
            }
            return true;
        }

        @Nullable
        Path realPath(Path path, String id) {
            try {
                return path.toRealPath();
            } catch (IOException e) {
                problems.add(id, Found.unreadable("what the name stands for", e));
                return null;
            }
        }
    }
}
