package dev.seedplan.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar's manifest. */
public final class Version implements IVersionProvider {

    /** {@return the version alone} */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.0.0" : version;
    }

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"seedplan " + (version == null ? "(not from a jar)" : version)};
    }
}
