package dev.seedplan.faker;

import dev.seedplan.Gen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.Function;
import net.datafaker.Faker;

/**
 * What the catalogue does not have, from Datafaker, for {@code import static dev.seedplan.faker.FakerValues.faker;}.
 *
 * <p>Another version of Datafaker may give other values, so {@link #version()} is part of a run's contract.
 */
public final class FakerValues {

    private FakerValues() {}

    /**
     * {@return what {@code provider} takes from a Faker in the plan's language, seeded by the address of the value}
     *
     * <pre>{@code
     * h.quote(faker(f -> f.hitchhikersGuideToTheGalaxy().quote()));
     * }</pre>
     *
     * <p>The same address gives the same value, on any thread and in any order, as long as the function does nothing but
     * ask the Faker: not for dates relative to today, which Datafaker takes from the clock, nor for {@code unique()}, which
     * keeps state.
     *
     * @param provider must not return null
     * @param <T> the type of the values
     */
    public static <T> Gen<T> faker(Function<? super Faker, ? extends T> provider) {
        return cell -> provider.apply(SeededFaker.at(cell));
    }

    /** {@return Datafaker's version, for example {@code 2.7.0}; {@code unknown} where its jar does not say} */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in =
                Faker.class.getResourceAsStream("/META-INF/maven/net.datafaker/datafaker/pom.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Datafaker's pom.properties", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
