package dev.seedplan.runtime.connect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * Ctrl-C and SIGTERM. The first one stops what the server is doing on the watched connections, so that the program ends in
 * its own way: undoes what it has not committed, gives back the lock, says how to go on. The second one ends it at once.
 */
public final class Interruption {

    /** 128 and the number of the signal, as shells have it. */
    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143);

    private static final long AGAIN_MILLIS = 300;

    private final Consumer<String> say;
    private final boolean breaks;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private volatile int exitCode;

    private Interruption(Consumer<String> say, boolean breaks) {
        this.say = say;
        this.breaks = breaks;
    }

    /** {@return one that never comes} */
    public static Interruption never() {
        return new Interruption(text -> {}, false);
    }

    /**
     * {@return the signals of this process, from now on handled here}
     *
     * @param say tells the user that it was understood
     * @param breaks whether to break the watched connections, for work that would go on after a cancelled statement
     */
    public static Interruption onSignals(Consumer<String> say, boolean breaks) {
        Interruption interruption = new Interruption(say, breaks);
        EXIT_CODES.forEach(interruption::handle);
        return interruption;
    }

    /**
     * The JDK has signals only in sun.misc, which is exported on purpose (jdk.unsupported) but not to be named without a
     * warning. Where it is missing the process just ends, and the server undoes what was not committed.
     */
    private void handle(String name, int code) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object own = Proxy.newProxyInstance(
                    Interruption.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "handle" -> request(code);
                            case "hashCode" -> {
                                return System.identityHashCode(proxy);
                            }
                            case "equals" -> {
                                return proxy == arguments[0];
                            }
                            default -> {
                                return name;
                            }
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), own);
        } catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            // no such class here
        } catch (InvocationTargetException e) {
            // the JVM was told to leave the signal alone (-Xrs)
        }
    }

    private synchronized void request(int code) {
        if (exitCode != 0) {
            Runtime.getRuntime().halt(code);
        }
        exitCode = code;
        say.accept("Stopping: what is not committed is undone. Once more ends at once.");
        Thread stopping = new Thread(this::stop, "seedplan-stop");
        stopping.setDaemon(true);
        stopping.start();
    }

    /** Again and again, since a cancel between two statements cancels nothing. */
    private void stop() {
        try {
            while (connections.stream().anyMatch(Interruption::isOpen)) {
                connections.forEach(this::stop);
                Thread.sleep(AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private void stop(Connection connection) {
        try {
            if (isOpen(connection)) {
                connection.unwrap(PGConnection.class).cancelQuery();
                if (breaks) {
                    connection.abort(Runnable::run);
                }
            }
        } catch (SQLException e) {
            // It has ended meanwhile, as it should.
        }
    }

    /** {@return the connection, whose statements end when a signal comes} */
    public Connection watch(Connection connection) {
        connections.removeIf(c -> !isOpen(c));
        connections.add(connection);
        return connection;
    }

    /** {@return whether a signal has come} */
    public boolean isRequested() {
        return exitCode != 0;
    }

    /** {@return the exit code for the signal that has come; 0 for none} */
    public int exitCode() {
        return exitCode;
    }
}
