package derrick.migrations.adopt;

/** The server has no time zone of that name. */
public final class UnknownTimeZone extends RuntimeException {
    UnknownTimeZone(String name) {
        super("the server has no time zone '%s'; use a name such as Asia/Tehran or UTC".formatted(name));
    }
}
