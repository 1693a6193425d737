package dev.seedplan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seedplan.Assets;
import dev.seedplan.CsvRow;
import dev.seedplan.Markdown;
import dev.seedplan.spi.AssetSource;
import dev.seedplan.spi.ContentException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Assets<Markdown> FILES = Assets.markdown("content/**/*.md");

    @TempDir
    Path temp;

    private static Content marked(String mark, String... names) {
        Content content = new Content();
        for (String name : names) {
            content.with("content/" + name + ".md", mark);
        }
        return content;
    }

    private static List<String> bodies(Path... entries) {
        return Content.all(FILES, entries).stream()
                .map(file -> file.path().substring(8).replace(".md", "=") + file.body())
                .toList();
    }

    @Test
    void serviceLoaderFindsTheSource() {
        assertThat(ServiceLoader.load(AssetSource.class)).hasExactlyElementsOfTypes(ContentSource.class);
    }

    @Test
    void directoryAndJarGiveTheSameIdsInOrderOfCodePoints() {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("names of files can be any text")
                .isEqualTo("UTF-8");
        Content content = new Content();
        for (String name : List.of("b", "a", "a/b", "a-b", "aé", "B", "a/c/d", "a b+%41", "\uFF5E", "😀", "\uE000")) {
            content.with("content/" + name + ".md", name);
        }
        content.with("content/.hidden.md", "")
                .with("content/x.txt", "")
                .with("content/n.md/y.txt", "")
                .with("c.md", "");
        List<String> ids = Content.ids(FILES, content.directory(temp.resolve("dir")));
        assertThat(ids)
                .containsExactly(
                        "content/B.md",
                        "content/a b+%41.md",
                        "content/a-b.md",
                        "content/a.md",
                        "content/a/b.md",
                        "content/a/c/d.md",
                        "content/aé.md",
                        "content/b.md",
                        "content/\uE000.md",
                        "content/\uFF5E.md",
                        "content/😀.md");
        assertThat(Content.ids(FILES, content.jar(temp.resolve("a b.jar")))).isEqualTo(ids);
        assertThat(Content.ids(FILES, content.jar(temp.resolve("flat.jar"), false, "")))
                .isEqualTo(ids);
    }

    @Test
    void orderDoesNotDependOnTheFileSystems() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> names = new ArrayList<>(IntStream.range(0, 60)
                    .mapToObj(i -> (i % 3 == 0 ? "x/" : i % 3 == 1 ? "x-/" : "") + Integer.toString(i * 7919, 36))
                    .toList());
            List<String> wanted = names.stream()
                    .map(name -> "content/" + name + ".md")
                    .sorted()
                    .toList();
            Collections.shuffle(names, new Random(seed));
            Content content = marked("", names.toArray(new String[0]));
            assertThat(Content.ids(FILES, content.directory(temp.resolve("d" + seed))))
                    .as("seed %s", seed)
                    .isEqualTo(wanted);
            assertThat(Content.ids(FILES, content.jar(temp.resolve(seed + ".jar"))))
                    .as("seed %s", seed)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void entriesAreMergedAndTheFirstWins() {
        Path first = marked("1", "a", "b").directory(temp.resolve("first"));
        Path jar = marked("2", "b", "c").jar(temp.resolve("second.jar"));
        Path flat = marked("3", "a", "c", "d").jar(temp.resolve("third.jar"), false, "");
        assertThat(bodies(first, jar, flat)).containsExactly("a=1", "b=1", "c=2", "d=3");
        assertThat(bodies(flat, jar, first)).containsExactly("a=3", "b=2", "c=3", "d=3");
        assertThat(bodies(jar, flat, first)).containsExactly("a=3", "b=2", "c=2", "d=3");
    }

    @Test
    void entriesOfManifestsAreSearched() {
        marked("2", "b").directory(temp.resolve("lib dir"));
        marked("3", "b", "c").jar(temp.resolve("lib.jar"), false, "app.jar missing.jar http://example.invalid/x.jar");
        Path app = marked("1", "a").jar(temp.resolve("app.jar"), true, "lib%20dir/ lib.jar");
        assertThat(bodies(app)).containsExactly("a=1", "b=2", "c=3");
    }

    @Test
    void folderOfAnArchiveCanBeTheRoot() throws IOException {
        Path jar = new Content()
                .with("nested/root/content/a.md", "1")
                .with("content/b.md", "2")
                .jar(temp.resolve("app.jar"));
        URL root = URI.create("jar:" + jar.toUri() + "!/nested/root/").toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, null)) {
            assertThat(Content.ids(new ContentSource().open(FILES, loader, "", 7)))
                    .containsExactly("content/a.md");
        }
    }

    @Test
    void parentsOfAClassLoaderComeFirst() throws IOException {
        Path parentJar = marked("parent", "a").jar(temp.resolve("parent.jar"));
        Path childJar = marked("child", "a", "b").jar(temp.resolve("child.jar"));
        URL[] child = {childJar.toUri().toURL()};
        try (URLClassLoader parent = Content.classPath(parentJar);
                URLClassLoader loader = new URLClassLoader(child, parent)) {
            AssetSource.Pool<Markdown> pool = new ContentSource().open(FILES, loader, "", 7);
            assertThat(IntStream.range(0, pool.size()).mapToObj(i -> pool.get(i).body()))
                    .containsExactly("parent", "child");
        }
    }

    @Test
    void classPathOfTheSystemIsSearched() {
        Assets<Markdown> own = Assets.markdown("seed-content-test/*.md");
        AssetSource.Pool<Markdown> pool = new ContentSource().open(own, PlacesTest.class.getClassLoader(), "", 7);
        assertThat(Content.ids(pool)).containsExactly("seed-content-test/one.md");
    }

    @Test
    void literalPathIsOneFile() {
        Assets<CsvRow> tags = Assets.csv("tags.csv");
        Content content = new Content().with("tags.csv", "a\n1\n").with("sub/tags.csv", "a\n2\n");
        for (Path entry : List.of(
                content.directory(temp.resolve("d")),
                content.jar(temp.resolve("a.jar")),
                content.jar(temp.resolve("b.jar"), false, ""))) {
            assertThat(Content.ids(tags, entry)).containsExactly("tags.csv:2");
        }
    }

    @Test
    void directoryGivenReplacesThePoolsItHas() {
        Path entry = marked("class path", "a", "b").directory(temp.resolve("classes"));
        Path given = marked("given", "b").directory(temp.resolve("given"));
        Path other = new Content().with("elsewhere/x.md", "").directory(temp.resolve("other"));
        assertThat(Content.ids(given(given, entry))).containsExactly("content/b.md");
        assertThat(given(given, entry).get(0).body()).isEqualTo("given");
        assertThat(Content.ids(given(other, entry))).containsExactly("content/a.md", "content/b.md");
    }

    private static AssetSource.Pool<Markdown> given(Path directory, Path... entries) {
        return Content.use(entries, loader -> new ContentSource().open(FILES, loader, directory.toString(), 7));
    }

    @Test
    void archiveMayBeGivenInPlaceOfADirectory() {
        Path zip = new Content().with("content/a.md", "x").jar(temp.resolve("content.zip"), false, "");
        assertThat(Content.ids(given(zip))).containsExactly("content/a.md");
    }

    @Test
    void directoryThatDoesNotExistIsRefused() {
        Path missing = temp.resolve("missing");
        assertThatThrownBy(() -> given(missing))
                .isInstanceOf(ContentException.class)
                .hasMessage("[SEED-5104] markdown(content/**/*.md): there is no directory and no archive " + missing
                        + "; give an existing directory, zip or jar with --content.");
    }

    @Test
    void poolWithoutFilesSaysWhereItLooked() throws IOException {
        Path given = Files.createDirectories(temp.resolve("given"));
        Path jar = new Content().with("x.md", "").jar(temp.resolve("a.jar"));
        Path classes = Files.createDirectories(temp.resolve("classes"));
        assertThatThrownBy(() -> given(given, jar, classes))
                .isInstanceOf(ContentException.class)
                .hasMessage("[SEED-5102] markdown(content/**/*.md): no file matches; looked in " + given + ", "
                        + classes + ", "
                        + jar + "; correct the path in the plan, put the files on the class path (for example below"
                        + " src/main/resources), or name the folder they are in with --content.");
        assertThat(Content.refusal(FILES)).contains("no file matches; looked in an empty class path; ");
        Path[] many = IntStream.range(0, 9)
                .mapToObj(i -> new Content().with("x.md", "").jar(temp.resolve(i + ".jar")))
                .toArray(Path[]::new);
        assertThat(Content.refusal(FILES, many)).contains("5.jar and 3 more; ").doesNotContain("6.jar");
    }

    @Test
    void locationThatIsNoPathIsRefused() {
        assertThat(Content.refusal(Assets.markdown("/content/*.md"), temp))
                .isEqualTo(
                        "[SEED-5103] markdown(/content/*.md): the path begins or ends with /, or contains //; write it from"
                                + " the root of the class path, with /, and with the wildcards *, **, ?, [a-z] and {a,b} only.");
    }

    @Test
    void entriesOfTheClassPathThatAreNoneArePassedOver() throws IOException {
        Path entry = marked("1", "a").directory(temp.resolve("classes"));
        Path broken = Files.writeString(temp.resolve("broken.jar"), "no jar");
        assertThat(bodies(broken, temp.resolve("missing.jar"), entry)).containsExactly("a=1");
    }

    @Test
    void archivesAreNotLeftOpen() throws IOException {
        Path jar = marked("1", "a").jar(temp.resolve("a.jar"));
        assertThat(bodies(jar)).containsExactly("a=1");
        // A jar replaced while it is open would give the old directory, or fail.
        Files.delete(jar);
        marked("2", "a", "b").jar(jar);
        assertThat(bodies(jar)).containsExactly("a=2", "b=2");
    }
}
