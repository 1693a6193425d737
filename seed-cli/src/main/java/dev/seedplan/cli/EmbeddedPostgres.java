package dev.seedplan.cli;

import dev.seedplan.runtime.connect.DatabaseUrl;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server, found on the class path or in {@code seedplan-embedded.jar} beside {@code seedplan.jar}, and
 * called by reflection: the command itself must not need 18 MB that few of its uses do.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final String CLASS = "dev.seedplan.embedded.EmbeddedServer";
    private static final String JAR = "seedplan-embedded.jar";

    private final Object server;

    private EmbeddedPostgres(Object server) {
        this.server = server;
    }

    static EmbeddedPostgres start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Class<?> type = serverClass();
            thread.setContextClassLoader(type.getClassLoader());
            return new EmbeddedPostgres(type.getMethod("start").invoke(null));
        } catch (InvocationTargetException e) {
            throw CliException.embeddedServer(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(JAR + " is of another version", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Creates a database. */
    DatabaseUrl database(String name) {
        call("createDatabase", name);
        return DatabaseUrl.parse(call("jdbcUrl", name)).withUser(call("user")).withPassword(call("password"));
    }

    @Override
    public void close() {
        try {
            server.getClass().getMethod("close").invoke(server);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the embedded PostgreSQL cannot be stopped", e);
        }
    }

    private String call(String method, String... arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, String.class);
        try {
            return String.valueOf(server.getClass().getMethod(method, types).invoke(server, (Object[]) arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(JAR + " is of another version", e);
        }
    }

    private static Class<?> serverClass() {
        try {
            return Class.forName(CLASS);
        } catch (ClassNotFoundException notOnClassPath) {
            Path jar = jarBesideOurs();
            if (jar == null || !Files.isRegularFile(jar)) {
                throw new CliException(
                        CliError.NO_EMBEDDED_SERVER,
                        "migrations need a PostgreSQL to be applied to, and there is no " + (jar == null ? JAR : jar));
            }
            return serverClass(jar);
        }
    }

    private static Class<?> serverClass(Path jar) {
        try {
            // Never closed: the server's shutdown hook needs its classes until the JVM ends.
            @SuppressWarnings("resource")
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, EmbeddedPostgres.class.getClassLoader());
            return Class.forName(CLASS, true, loader);
        } catch (ClassNotFoundException | MalformedURLException e) {
            throw new CliException(CliError.NO_EMBEDDED_SERVER, jar + " holds no server", e);
        }
    }

    private static @Nullable Path jarBesideOurs() {
        CodeSource source = EmbeddedPostgres.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).resolveSibling(JAR);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
