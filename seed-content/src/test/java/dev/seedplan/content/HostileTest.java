package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Markdown;
import dev.seedplan.spi.ContentException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTest {

    private static final Assets<Markdown> FILES = Assets.markdown("content/**/*.md");
    private static final Assets<CsvRow> LINES = Assets.csv("content/a.csv");

    record Any(String name) {}

    private static final Assets<Any> OBJECTS = Assets.json("content/a.json", Any.class);

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("root"));
        Files.createDirectories(root.resolve("content"));
    }

    private void file(String path, String text) {
        new Content().with(path, text).directory(root);
    }

    private void file(String path, byte[] bytes) {
        new Content().with(path, bytes).directory(root);
    }

    private void link(String path, Path to) throws IOException {
        Files.createSymbolicLink(root.resolve(path), to);
    }

    @Test
    void linksWithinTheFolderAreFollowed() throws IOException {
        file("content/sub/a.md", "a");
        file("more/b.md", "b");
        link("content/c.md", Path.of("sub/a.md"));
        link("content/more", root.resolve("more"));
        assertThat(Content.ids(FILES, root)).containsExactly("content/c.md", "content/more/b.md", "content/sub/a.md");
    }

    @Test
    void linksOutOfTheFolderAreRefused() throws IOException {
        Path outside = new Content()
                .with("secret.md", "x")
                .with("s/t.md", "x")
                .directory(temp.toRealPath().resolve("out"));
        file("content/fine.md", "x");
        link("content/file.md", outside.resolve("secret.md"));
        link("content/folder", outside.resolve("s"));
        link("content/other.txt", outside.resolve("secret.md"));
        assertThat(Content.refusal(FILES, root).lines().skip(1).sorted())
                .containsExactly(
                        "  [SEED-5108] content/file.md: the symbolic link leads to " + outside.resolve("secret.md")
                                + ", outside the folder; copy what it leads to into the folder, or give the folder it leads"
                                + " to with --content.",
                        "  [SEED-5108] content/folder: the symbolic link leads to " + outside.resolve("s")
                                + ", outside the folder; copy what it leads to into the folder, or give the folder it leads"
                                + " to with --content.");
    }

    @Test
    void baseThatIsALinkOutOfTheFolderIsRefused() throws IOException {
        Path outside =
                new Content().with("a.md", "x").directory(temp.toRealPath().resolve("out"));
        Files.delete(root.resolve("content"));
        link("content", outside);
        assertThat(Content.refusal(FILES, root))
                .startsWith("[SEED-5108] content: the symbolic link leads to " + outside);
    }

    @Test
    void circleOfLinksIsRefused() throws IOException {
        file("content/a/b/x.md", "x");
        link("content/a/b/up", root.resolve("content/a"));
        assertThat(Content.refusal(FILES, root))
                .isEqualTo("[SEED-5109] content/a/b/up: the symbolic link leads to " + root.resolve("content/a")
                        + ", which it is below; remove the link.");
    }

    @Test
    void linkToNothingIsRefusedWhereItMatches() throws IOException {
        file("content/a.md", "x");
        link("content/b.txt", root.resolve("missing"));
        assertThat(Content.ids(FILES, root)).containsExactly("content/a.md");
        link("content/b.md", root.resolve("missing"));
        link("content/c.md", root.resolve("content/c.md"));
        assertThat(Content.refusal(FILES, root).lines().skip(1).sorted())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("  [SEED-5105] content/b.md: what the name stands for cannot be"
                                        + " read: NoSuchFileException "),
                        line -> assertThat(line)
                                .startsWith("  [SEED-5105] content/c.md: what the name stands for cannot be"
                                        + " read: FileSystem"));
    }

    @Test
    void linksThatMultiplyAreStopped() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.createDirectories(root.resolve("content/d" + i));
        }
        for (int i = 0; i < 29; i++) {
            link("content/d" + i + "/left", root.resolve("content/d" + (i + 1)));
            link("content/d" + i + "/right", root.resolve("content/d" + (i + 1)));
        }
        Problems problems = new Problems("pool");
        new Folder(root, 1000).find(Glob.of("content/**/*.md"), problems, found -> {});
        assertThatThrownBy(problems::throwIfAny)
                .hasMessage(
                        "[SEED-5107] " + root + ": there are more than 1000 to search; narrow the path in the plan.");
    }

    @Test
    void unreadableFileIsRefused() throws IOException {
        file("content/a.md", "x");
        Files.setPosixFilePermissions(root.resolve("content/a.md"), Set.of());
        assumeThat(Files.isReadable(root.resolve("content/a.md")))
                .as("root reads everything")
                .isFalse();
        assertThat(Content.refusal(FILES, root))
                .startsWith("[SEED-5105] content/a.md: the file cannot be read: AccessDeniedException ");
    }

    @Test
    void nameThatIsNoTextIsRefused() {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("names of files can be any text")
                .isEqualTo("UTF-8");
        file("content/a\uFFFD.md", "x");
        assertThat(Content.refusal(FILES, root))
                .isEqualTo(
                        "[SEED-5110] content/a\uFFFD.md: the name has bytes that are no characters here; rename the file,"
                                + " or run in a locale of UTF-8 (for example LC_ALL=C.UTF-8).");
    }

    @Test
    void largeFileIsRefused() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(root.resolve("content/a.csv").toFile(), "rw")) {
            large.setLength(Found.LARGEST + 1L);
        }
        assertThat(Content.refusal(LINES, root))
                .isEqualTo(
                        "[SEED-5106] content/a.csv: the file is larger than 64 MiB; split the file, or narrow the path in"
                                + " the plan.");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirPlace() {
        file("content/a.md", "---\ntitle: \uFFFD is fine\n---\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Content.ids(FILES, root)).hasSize(1);
        for (byte[] bad : List.of(
                new byte[] {(byte) 0xE9, 't'}, // Latin-1
                new byte[] {(byte) 0xC0, (byte) 0x80}, // an overlong form
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half a surrogate pair
                new byte[] {(byte) 0xF0, (byte) 0x9F})) { // cut off
            byte[] bytes = ("é\nb" + "?".repeat(bad.length)).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bad, 0, bytes, 4, bad.length);
            file("content/a.md", bytes);
            assertThat(Content.refusal(FILES, root))
                    .isEqualTo(String.format(
                            "[SEED-5111] content/a.md:2: the byte 0x%02X at offset 4 is not UTF-8; save the file as UTF-8, or name its encoding in the plan with encodedAs.",
                            bad[0] & 0xFF));
        }
    }

    @Test
    void utf16IsNamed() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            file("content/a.csv", "\uFEFFa,b\n".getBytes(charset));
            assertThat(Content.refusal(LINES, root))
                    .isEqualTo(
                            "[SEED-5111] content/a.csv: the file is UTF-16; save the file as UTF-8, or name its encoding in the plan with encodedAs.");
        }
    }

    @Test
    void nulIsRefused() {
        file("content/a.csv", "a\n\n1\0\n");
        assertThat(Content.refusal(LINES, root))
                .isEqualTo(
                        "[SEED-5112] content/a.csv:3: the file contains the character U+0000; remove the character.");
    }

    @Test
    void deepJsonIsRefused() {
        for (String deep :
                List.of("[".repeat(10_000), "[" + "{\"a\":".repeat(10_000), "[{\"a\":" + "[".repeat(10_000))) {
            file("content/a.json", deep);
            assertThat(Content.refusal(OBJECTS, root))
                    .startsWith("[SEED-5141] content/a.json:1: ")
                    .contains("nesting depth");
        }
    }

    @Test
    void hugeLinesAreReadInLinearTime() {
        String huge = "x".repeat(20_000_000);
        String most = "x".repeat(4_000_000);
        file(
                "content/a.md",
                "---\na: " + most + "\n---\n# " + " ".repeat(5_000_000) + "#".repeat(5_000_000) + " \n" + huge);
        Markdown file = Content.all(FILES, root).get(0);
        assertThat(file.frontMatter().get("a")).isEqualTo(most);
        assertThat(file.title()).isEqualTo("a");
        file("content/a.csv", "a,b\n" + huge + ",\"" + "\n".repeat(5_000_000) + "\"\n1,2\n");
        assertThat(Content.ids(LINES, root)).containsExactly("content/a.csv:2", "content/a.csv:5000003");
    }

    @Test
    void namesInAnArchiveCannotClimb() {
        Path jar = new Content()
                .with("content/../../secret.md", "x")
                .with("content/a\\b.md", "x")
                .with("content/" + "d/".repeat(20_000) + "deep.md", "x")
                .with("content/fine.md", "x")
                .jar(temp.resolve("evil.jar"), false, "");
        assertThat(Content.ids(FILES, jar)).hasSize(2).endsWith("content/fine.md");
    }

    @Test
    void bombInAnArchiveIsRefusedByItsUnpackedSize() {
        Path jar =
                new Content().with("content/a.csv", new byte[Found.LARGEST + 1]).jar(temp.resolve("bomb.jar"));
        assertThat(Content.refusal(LINES, jar)).startsWith("[SEED-5106] content/a.csv: ");
    }

    @Test
    void yamlThatGrowsIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String alias = ", *a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + alias.repeat(10).substring(2) + "]\n");
        }
        file("content/a.md", "---\n" + bomb + "---\n");
        assertThat(Content.refusal(FILES, root))
                .startsWith("[SEED-5106] content/a.md:6: the YAML stands for more than 100000 values");
    }

    @Test
    void deepYamlIsRefused() {
        file("content/a.md", "---\na: " + "[".repeat(100_000) + "\n---\n");
        assertThat(Content.refusal(FILES, root))
                .isEqualTo("[SEED-5128] content/a.md:2: the YAML is nested more than 64 levels deep; flatten it.");
        file("content/a.md", "---\na: {b: c}\n" + "x: y\n".repeat(1_000_000) + "---\n");
        assertThat(Content.refusal(FILES, root)).startsWith("[SEED-5106] content/a.md: the YAML is longer than 4 Mi");
    }

    @Test
    void deepMarkdownIsRefusedOrReadButNeverEndsTheRun() {
        file("content/a.md", ">".repeat(200_000) + " x");
        file("content/b.md", "*a **b ".repeat(50_000) + "**b *a".repeat(50_000));
        file("content/c.md", "[".repeat(50_000));
        for (Markdown markdown : Content.all(FILES, root)) {
            try {
                assertThat(markdown.html()).isNotEmpty();
            } catch (ContentException e) {
                assertThat(e).hasMessageStartingWith("[SEED-5128] content/");
            }
        }
    }

    @Test
    void fileThatIsWrittenToWhileItIsReadIsRefused() throws IOException {
        file("content/a.md", "one half, ");
        List<Found> files = new ArrayList<>();
        new Folder(root, 1000).find(Glob.of("content/*.md"), new Problems("pool"), files::add);
        Found still = files.get(0);
        assertThat(still.bytes()).hasSize(10);
        Found.Opener writing = () -> {
            Files.writeString(root.resolve("content/a.md"), "the other", StandardOpenOption.APPEND);
            return still.opener().open();
        };
        Found written = new Found(still.id(), still.place(), writing, writing, still.modifiedSeconds(), still.stamp());
        assertThatThrownBy(written::bytes)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message("content/a.md"))
                                .isEqualTo("[SEED-5163] content/a.md: it was written to while it was read; run again"
                                        + " when nobody writes to it."));
    }

    @Test
    void longFrontMatterIsRefusedInLittleTime() {
        StringBuilder flat = new StringBuilder("---\n");
        while (flat.length() < 20 << 20) {
            flat.append("field").append(flat.length()).append(": a value of some length, as people write them\n");
        }
        file("content/a.md", flat.append("---\nbody\n").toString());
        assertThat(Content.refusal(FILES, root))
                .startsWith("[SEED-5106] content/a.md: the YAML is longer than 4 Mi characters");
    }

    @Test
    void goodFilesDoNotHideBadOnes() {
        Map<String, String> bad =
                Map.of("b.md", "---\na: {\n---\n", "d.md", "---\na: b\n", "a.md", "---\na: 1\na: 2\n---");
        bad.forEach((name, text) -> file("content/" + name, text));
        file("content/c.md", "fine");
        List<String> codes = new ArrayList<>();
        Content.refusal(FILES, root).lines().skip(1).forEach(line -> codes.add(line.substring(2, 27)));
        assertThat(codes)
                .containsExactly("[SEED-5125] content/a.md:", "[SEED-5126] content/b.md:", "[SEED-5121] content/d.md:");
    }
}
