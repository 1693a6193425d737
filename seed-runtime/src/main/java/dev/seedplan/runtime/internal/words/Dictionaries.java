package dev.seedplan.runtime.internal.words;

import dev.seedplan.Dict;
import dev.seedplan.spi.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All dictionaries, each loaded once per JVM when a value first needs it; safe to share between threads. */
@SuppressWarnings("EnumOrdinal") // The ordinals never leave this object: an array answers faster than a map.
public final class Dictionaries {

    private static final Dictionaries SHARED = new Dictionaries();

    private final String[] locales = Dict.locales().toArray(String[]::new);
    // Read without a lock: an entry is immutable once published, and a thread that misses one takes the lock and looks
    // again.
    private final @Nullable WordList[][] lists = new WordList[locales.length][Dict.values().length];

    private Dictionaries() {}

    /** {@return the one set of dictionaries of this JVM} */
    public static Dictionaries shared() {
        return SHARED;
    }

    /**
     * {@return a dictionary in a language, or in English where the language has no list of its own}
     *
     * @throws IllegalArgumentException if there are no dictionaries in that language at all
     * @throws IllegalStateException if {@code seed-dictionaries} is not on the class path
     */
    public Words words(Dict dictionary, String locale) {
        int language = index(locale);
        WordList list = lists[language][dictionary.ordinal()];
        return list != null ? list : load(dictionary, language);
    }

    @SuppressWarnings("ReferenceEquality") // The same object is the usual case, and quicker to see than equal content.
    private int index(String locale) {
        for (int i = 0; i < locales.length; i++) {
            if (locales[i] == locale) {
                return i;
            }
        }
        for (int i = 0; i < locales.length; i++) {
            if (locales[i].equals(locale)) {
                return i;
            }
        }
        throw new IllegalArgumentException("[SEED-4061] there are no dictionaries in the language \"" + locale
                + "\"; choose one of " + String.join(", ", List.of(locales)));
    }

    private synchronized WordList load(Dict dictionary, int language) {
        WordList list = lists[language][dictionary.ordinal()];
        if (list == null) {
            list = read(dictionary, locales[language]);
            if (list == null && language > 0) {
                list = load(dictionary, 0);
            }
            if (list == null) {
                throw new IllegalStateException(
                        "[SEED-4062] the dictionary " + dictionary.resource(locales[0])
                                + " is not on the class path; add dev.seedplan:seed-dictionaries of the version of seed-runtime");
            }
            lists[language][dictionary.ordinal()] = list;
        }
        return list;
    }

    private static @Nullable WordList read(Dict dictionary, String locale) {
        String resource = dictionary.resource(locale);
        try (InputStream in = Dictionaries.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? null : new WordList(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
