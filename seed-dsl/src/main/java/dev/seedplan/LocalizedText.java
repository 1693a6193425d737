package dev.seedplan;

/** A source of texts in the plan's language, or in another one where asked. */
public interface LocalizedText extends UniqueText {

    /**
     * {@return this source in one language, whatever the plan's is}
     *
     * <pre>{@code
     * u.name(fullName().in("fr"));
     * }</pre>
     *
     * @param locale {@code en}, {@code de}, {@code fr} or {@code es}
     * @throws IllegalArgumentException if it is none of them
     */
    LocalizedText in(String locale);
}
