package dev.seedplan.runtime.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who logs in to which database: what flags, environment, files and a person say together.
 *
 * <p>The password is, in this order: the first line of the password file, the address's own, {@code PGPASSWORD}, what {@code
 * ~/.pgpass} or {@code PGPASSFILE} holds for host, database and user, what somebody types when the server asks for one.
 *
 * @param address as {@link DatabaseUrl#parse} understands it
 * @param user the user; null for the address's own, else {@code PGUSER}
 * @param passwordFile a file whose first line is the password; null for none
 */
public record Login(
        String address, @Nullable String user, @Nullable String passwordFile) {

    /**
     * {@return the database}
     *
     * @param environment usually {@link System#getenv()}
     * @param person who is asked for a password that is missing; empty for nobody
     * @throws ConnectionException if the address or the password file is not usable
     */
    public DatabaseUrl database(Map<String, String> environment, Optional<Person> person) {
        DatabaseUrl database = DatabaseUrl.parse(address);
        if (user != null) {
            database = database.withUser(user);
        }
        if (passwordFile != null) {
            database = database.withPassword(firstLine(passwordFile));
        }
        database = database.withDefaults(environment).withParameter("ApplicationName", "seedplan");
        return person.isPresent() ? database.asking(person.get()::secret) : database;
    }

    /** {@return a warning where the address holds a password; empty where it does not} */
    public Optional<String> warning() {
        return DatabaseUrl.parse(address).password() == null
                ? Optional.empty()
                : Optional.of("The address holds a password, which process lists and shell histories show:"
                        + " --password-file, PGPASSWORD or ~/.pgpass keep it to yourself.");
    }

    private static String firstLine(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new ConnectionException(
                    ConnectionError.NO_PASSWORD_FILE, "the password file " + file + " cannot be read", e);
        }
    }

    /** {@return address and user, without passwords} */
    @Override
    public String toString() {
        return DatabaseUrl.parse(address).toString();
    }
}
