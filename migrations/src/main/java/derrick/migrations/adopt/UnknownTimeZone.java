package derrick.migrations.adopt;

/** The server has no time zone of that name. */
public final class UnknownTimeZone extends RuntimeException {
    UnknownTimeZone(String name) {
        super("the server knows no time zone '%s'; there are such as Asia/Tehran and UTC".formatted(name));
    }
}
