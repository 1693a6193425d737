package dev.seedplan.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes files of the user's project, each as a whole or not at all, and only where something changes. */
final class SourceTree {

    private static final Pattern RESOURCE = Pattern.compile(".*/src/[^/]+/resources/(.+)");

    private SourceTree() {}

    /**
     * Writes a snapshot.
     *
     * @return whether the file changed
     */
    static boolean write(Path file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    /**
     * Writes or updates a {@code package-info.java}.
     *
     * @return the file
     */
    static Path writePackageInfo(Path sourceRoot, String packageName, String resource, String hash) {
        Path file = sourceRoot.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        // One character per byte: see PackageInfo.
        String encoded = new String(resource.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        PackageInfo info = new PackageInfo(encoded, hash);
        try {
            String text = Files.exists(file)
                    ? info.update(Files.readString(file, StandardCharsets.ISO_8859_1))
                    : info.create(packageName);
            write(file, text, StandardCharsets.ISO_8859_1);
            return file;
        } catch (IOException e) {
            throw new CliException(CliError.CANNOT_WRITE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return a file's path among the resources: what follows {@code src/main/resources/} or the like; outside of such a
     * folder {@code seedplan/schema.json} where it ends so, else its name}
     */
    static String resourceName(Path file) {
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        Matcher matcher = RESOURCE.matcher(path);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        return path.endsWith("/" + PackageInfo.DEFAULT_FILE)
                ? PackageInfo.DEFAULT_FILE
                : path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean write(Path file, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return false;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new CliException(CliError.CANNOT_WRITE, "cannot write " + file + ": " + reason(e), e);
        }
    }

    /** Of these exceptions the message is the path alone. */
    private static String reason(IOException e) {
        boolean bare = e instanceof FileSystemException fs && fs.getReason() == null;
        return bare ? e.getClass().getSimpleName().replace("Exception", "") : String.valueOf(e.getMessage());
    }
}
