package dev.seedplan.runtime.internal.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What decides the values of a run, as named lines: seed, schema, numbers, content, and fingerprints of the values. Two runs
 * of one contract write the same rows.
 *
 * @param lines what each is called, and its value, both without line breaks; names hold no tab
 */
public record RunContract(SortedMap<String, String> lines) {

    /** Keeps the lines as they are now. */
    public RunContract {
        lines = new TreeMap<>(lines);
    }

    /** {@return the contract with that text} */
    static RunContract parse(String text) {
        TreeMap<String, String> lines = new TreeMap<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            lines.put(line.substring(0, tab), line.substring(tab + 1));
        });
        return new RunContract(lines);
    }

    /** {@return all lines as a text, sorted: name, tab, value} */
    String text() {
        return lines.entrySet().stream().map(RunContract::line).collect(Collectors.joining("\n"));
    }

    private static String line(Map.Entry<String, String> entry) {
        return entry.getKey() + "\t" + entry.getValue();
    }

    /** {@return the SHA-256 of the text, in hexadecimal} */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
