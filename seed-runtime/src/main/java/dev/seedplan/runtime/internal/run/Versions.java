package dev.seedplan.runtime.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this runtime, as the build wrote it. */
public final class Versions {

    private Versions() {}

    /** {@return the version of this module} */
    public static String runtime() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the runtime's version cannot be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
