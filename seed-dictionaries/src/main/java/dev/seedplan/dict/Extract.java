package dev.seedplan.dict;

import dev.seedplan.Dict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes the dictionaries and compares them with the frozen list of their digests, so that another version of Datafaker
 * cannot change a value unnoticed.
 */
public final class Extract {

    private Extract() {}

    /**
     * Runs in our build only.
     *
     * @param args the directory of the resources, and the file that holds size and SHA-256 of each
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path frozen = Path.of(args[1]);
        List<String> digests = new ArrayList<>();
        Recipes recipes = new Recipes(new Source());
        for (String locale : Dict.locales()) {
            for (Map.Entry<Dict, List<String>> each : recipes.of(locale).entrySet()) {
                List<String> words = Cleaning.clean(each.getValue());
                byte[] bytes = (String.join("\n", words) + "\n").getBytes(StandardCharsets.UTF_8);
                String resource = each.getKey().resource(locale);
                write(directory.resolve(resource), bytes);
                digests.add(resource + " " + words.size() + " " + sha256(bytes));
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(frozen, String.join("\n", digests) + "\n");
        }
        List<String> expected = Files.readAllLines(frozen);
        if (!digests.equals(expected)) {
            List<String> changed = new ArrayList<>(digests);
            changed.removeAll(expected);
            throw new IllegalStateException(
                    "the dictionaries are not what " + frozen.getFileName() + " holds: " + changed
                            + "; a changed word changes seeded databases, so raise Dict.VERSION and run with -Dgolden.update=true");
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
