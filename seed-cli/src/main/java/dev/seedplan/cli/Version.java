package dev.seedplan.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar's manifest. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"seedplan " + (version == null ? "(not from a jar)" : version)};
    }
}
