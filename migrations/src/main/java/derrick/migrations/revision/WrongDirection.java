package derrick.migrations.revision;

import java.util.Optional;

/** Thrown when the target of an upgrade is below the current revision, or that of a downgrade above it. */
public final class WrongDirection extends RuntimeException {
    private WrongDirection(String message) {
        super(message);
    }

    /** For an upgrade to a lower revision. */
    public static WrongDirection upgrade(Optional<Revision> current, Optional<Revision> goal) {
        return new WrongDirection(
                "the database is at %s already; %s is a downgrade".formatted(name(current), name(goal)));
    }

    /** For a downgrade to a higher revision. */
    public static WrongDirection downgrade(Optional<Revision> current, Optional<Revision> goal) {
        return new WrongDirection("the database is only at %s; %s is an upgrade".formatted(name(current), name(goal)));
    }

    private static String name(Optional<Revision> revision) {
        return revision.map(Revision::name).orElse("base");
    }
}
