package org.sockmortem.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest. */
public final class Version implements IVersionProvider {
    /** The version; {@code 0.1.0} where the classes are not in a jar. */
    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"sockmortem " + text()};
    }
}
