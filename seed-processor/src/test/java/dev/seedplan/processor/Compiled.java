package dev.seedplan.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a compilation gave. */
record Compiled(boolean success, Path output, Path generated, List<Message> messages) {

    /** {@return our messages, by code} */
    List<Message> ours() {
        return messages.stream().filter(message -> !message.code().isEmpty()).toList();
    }

    List<Message> errors() {
        return messages.stream().filter(Message::isError).toList();
    }

    boolean exists(String file) {
        return Files.exists(output.resolve(file));
    }

    String text(String file) {
        try {
            return Files.readString(output.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String source(String file) {
        try {
            return Files.readString(generated.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a loader of the compiled classes, and of those of other projects} */
    ClassLoader loader(Path... others) {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(output.toUri().toURL());
            for (Path other : others) {
                urls.add(other.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return new URLClassLoader(urls.toArray(new URL[0]), Compiled.class.getClassLoader());
    }

    Class<?> load(String name, Path... others) throws ClassNotFoundException {
        return Class.forName(name, true, loader(others));
    }
}
