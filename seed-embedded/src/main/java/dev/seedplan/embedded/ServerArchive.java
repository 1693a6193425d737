package dev.seedplan.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;

/**
 * The packed server for this platform, somewhere on the class path or in a jar that was named.
 *
 * @param url where the archive is
 * @param key tells one archive from another without reading its 15 MB: name, size and checksum as the jar lists them
 */
record ServerArchive(URL url, String key) {

    static ServerArchive find(@Nullable Path jar) {
        Platform platform = Platform.current();
        try {
            return jar == null ? onClassPath(platform) : inJar(platform, jar);
        } catch (IOException e) {
            throw Problem.NO_BINARIES.because(
                    "The jar with PostgreSQL for this machine cannot be read: " + e.getMessage() + ".", e);
        }
    }

    InputStream open() throws IOException {
        return connection(url).getInputStream();
    }

    private static ServerArchive onClassPath(Platform platform) throws IOException {
        Map<String, URL> byKey = new LinkedHashMap<>();
        for (ClassLoader loader : loaders()) {
            Enumeration<URL> found = loader.getResources(platform.resource());
            while (found.hasMoreElements()) {
                URL url = found.nextElement();
                byKey.putIfAbsent(keyOf(platform, url), url);
            }
        }
        if (byKey.isEmpty()) {
            throw Problem.NO_BINARIES.because("PostgreSQL for this machine is not on the class path: "
                    + platform.resource() + " is in none of its jars. Add the dependency " + platform.coordinates()
                    + " at scope runtime (any version from 14 on; it is the version of PostgreSQL),"
                    + " or give a server of your own by its URL.");
        }
        if (byKey.size() > 1) {
            throw Problem.TWO_BINARIES.because(
                    "Two different PostgreSQL servers for this machine are on the class path: "
                            + byKey.values() + ". Keep one of them; with Maven, exclude " + Platform.GROUP
                            + ":* where the other one comes from.");
        }
        Map.Entry<String, URL> only = byKey.entrySet().iterator().next();
        return new ServerArchive(only.getValue(), only.getKey());
    }

    private static ServerArchive inJar(Platform platform, Path jar) throws IOException {
        URL url = urlInside(jar, platform.resource());
        try {
            return new ServerArchive(url, keyOf(platform, url));
        } catch (IOException e) {
            throw Problem.NO_BINARIES.because(
                    "PostgreSQL for this machine is not in " + jar + ": " + e.getMessage()
                            + ". Give the jar of the artifact " + platform.coordinates() + ".",
                    e);
        }
    }

    private static URL urlInside(Path jar, String resource) throws MalformedURLException {
        return URI.create("jar:" + jar.toAbsolutePath().toUri() + "!/" + resource)
                .toURL();
    }

    private static List<ClassLoader> loaders() {
        List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(ServerArchive.class.getClassLoader());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && !loaders.contains(context)) {
            loaders.add(context);
        }
        return loaders;
    }

    private static String keyOf(Platform platform, URL url) throws IOException {
        URLConnection connection = connection(url);
        if (connection instanceof JarURLConnection inJar) {
            JarEntry entry = inJar.getJarEntry();
            String key = String.format(Locale.ROOT, "%s %d %08x", platform.resource(), entry.getSize(), entry.getCrc());
            inJar.getJarFile().close();
            return key;
        }
        return platform.resource() + " " + connection.getContentLengthLong() + " " + connection.getLastModified();
    }

    private static URLConnection connection(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        // A cached jar stays open for the life of the JVM, and on Windows nobody may delete it.
        connection.setUseCaches(false);
        return connection;
    }
}
