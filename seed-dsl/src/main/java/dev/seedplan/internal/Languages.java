package dev.seedplan.internal;

import java.util.List;

/** The languages of the dictionaries. */
public final class Languages {

    /** ISO 639-1 codes; English, the fallback, first. */
    public static final List<String> CODES = List.of("en", "de", "fr", "es");

    private Languages() {}

    /**
     * {@return the place of a language in {@link #CODES}}
     *
     * @throws IllegalArgumentException if there are no dictionaries in it
     */
    public static int index(String locale) {
        for (int i = 0; i < CODES.size(); i++) {
            if (CODES.get(i).equals(locale)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there are no dictionaries in the language \"" + locale
                + "\"; choose one of " + String.join(", ", CODES));
    }
}
