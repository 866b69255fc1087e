package derrick.migrations.run;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Thrown when Flyway or the database fails outside a script. The message is theirs; the revision is rolled back. */
public final class MigrationRefused extends RuntimeException {
    MigrationRefused(Exception cause) {
        super(oneLine(cause), cause);
    }

    static String oneLine(Exception cause) {
        Optional<String> fromServer = cause instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage()).map(ServerErrorMessage::getMessage)
                : Optional.empty();
        return fromServer
                .orElseGet(() -> String.valueOf(cause.getMessage()))
                .strip()
                .replaceAll("\\s*\\R\\s*", "; ");
    }
}
