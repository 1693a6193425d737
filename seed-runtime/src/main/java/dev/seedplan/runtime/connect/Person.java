package dev.seedplan.runtime.connect;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody at a terminal, who can be asked. */
public final class Person {

    private final Console console;

    private Person(Console console) {
        this.console = console;
    }

    /** {@return who sits at this process's terminal; empty where input or output goes elsewhere} */
    @SuppressWarnings("SystemConsoleNull") // that it may be no terminal is asked below
    public static Optional<Person> there() {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        try {
            // From JDK 22 on there is a console without a terminal, too, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console)
                    ? Optional.of(new Person(console))
                    : Optional.empty();
        } catch (NoSuchMethodException before22) {
            return Optional.of(new Person(console));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** {@return the line that was typed; null at the end of the input} */
    public @Nullable String line(String question) {
        return console.readLine("%s", question);
    }

    /** {@return what was typed without being shown; null at the end of the input} */
    public @Nullable String secret(String question) {
        char[] typed = console.readPassword("%s", question);
        return typed == null ? null : new String(typed);
    }
}
