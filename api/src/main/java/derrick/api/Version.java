package derrick.api;

import java.util.Optional;

/** Which Derrick this is. */
final class Version {
    private Version() {}

    /** The version of the jar, or a word where the classes do not come from one. */
    static String own() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
