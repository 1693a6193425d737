package dev.seedplan.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds and reads the migrations of a folder. */
final class MigrationFolder {

    private MigrationFolder() {}

    /**
     * {@return the migrations of a folder and those below it, in the order of {@link MigrationOrder}}
     *
     * @throws CliException where there are none, or one cannot be read
     */
    static List<Migration> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CliException(CliError.NO_MIGRATIONS, "there is no folder " + folder);
        }
        List<String> paths;
        try (Stream<Path> files = Files.walk(folder)) {
            paths = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CliException(CliError.NO_MIGRATIONS, "cannot read " + folder + ": " + e.getMessage(), e);
        }
        List<Migration> migrations = new ArrayList<>();
        for (String path : MigrationOrder.of(paths)) {
            migrations.add(migration(folder, path));
        }
        if (migrations.isEmpty()) {
            throw new CliException(CliError.NO_MIGRATIONS, "the folder " + folder + " holds no migrations");
        }
        return migrations;
    }

    private static Migration migration(Path folder, String path) {
        try {
            return Migration.of(path, Files.readString(folder.resolve(path)));
        } catch (CharacterCodingException e) {
            throw new CliException(CliError.NO_MIGRATIONS, "the migration " + path + " is not UTF-8", e);
        } catch (IOException e) {
            throw new CliException(
                    CliError.NO_MIGRATIONS, "cannot read the migration " + path + ": " + e.getMessage(), e);
        }
    }
}
