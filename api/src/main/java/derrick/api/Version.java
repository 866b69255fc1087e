package derrick.api;

import java.util.Optional;

/** The version of this server. */
final class Version {
    private Version() {}

    /** Returns the version of the jar, or {@code unpackaged} if the classes are not in one. */
    static String own() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
