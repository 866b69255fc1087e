package derrick.migrations.revision;

import java.util.Optional;

/** An upgrade was asked to go down, or a downgrade up. The message says where the database stands; nothing was run. */
public final class WrongDirection extends RuntimeException {
    private WrongDirection(String message) {
        super(message);
    }

    /** For an upgrade. */
    public static WrongDirection upgrade(Optional<Revision> current, Optional<Revision> goal) {
        return new WrongDirection(
                "the database is at %s already; %s is a downgrade".formatted(name(current), name(goal)));
    }

    /** For a downgrade. */
    public static WrongDirection downgrade(Optional<Revision> current, Optional<Revision> goal) {
        return new WrongDirection("the database is only at %s; %s is an upgrade".formatted(name(current), name(goal)));
    }

    private static String name(Optional<Revision> revision) {
        return revision.map(Revision::name).orElse("base");
    }
}
