package derrick.api;

import java.util.Optional;

/** The version of this server. */
final class Version {
    private Version() {}

    /** The version of the jar, or a word where the classes do not come from one. */
    static String own() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
