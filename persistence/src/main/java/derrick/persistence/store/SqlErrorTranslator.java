package derrick.persistence.store;

import derrick.domain.store.ConstraintViolation;
import derrick.domain.store.StoreUnavailable;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in words of the domain what a failure of the database means. The words of JDBI stay here: they quote SQL. */
final class SqlErrorTranslator {
    /** No connection, no room, a shutdown or a time limit, or a server that takes no writes, such as a standby. */
    private static final Pattern NOT_TO_BE_HAD = Pattern.compile("08...|53...|57P0.|57014|55P03|25006");

    private static final Pattern CONTENTION = Pattern.compile("40001|40P01");

    private SqlErrorTranslator() {}

    /** Whether the same work may well succeed when it is tried again at once. */
    static boolean isContention(Exception failure) {
        return hasState(failure, CONTENTION);
    }

    /** Whether it is the constraint of that name, or the unique index, that forbids what was asked for. */
    static boolean isOf(String constraint, Exception failure) {
        return rule(failure).filter(constraint::equals).isPresent();
    }

    /** Returns the exception of the domain for a failure of the database, with a message of one line without SQL. */
    static RuntimeException translate(Exception failure) {
        Optional<SQLException> reason = reason(failure);
        if (failure instanceof ConnectionException || hasState(failure, NOT_TO_BE_HAD)) {
            String why = hasNoListener(failure) ? "nobody listens at its address" : firstLine(reason);
            return new StoreUnavailable("the database cannot be used: " + why, cause(failure, reason));
        }
        if (isContention(failure)) {
            return new StoreUnavailable("the database is too busy: " + firstLine(reason), cause(failure, reason));
        }
        Optional<String> rule = rule(failure);
        if (rule.isPresent()) {
            return new ConstraintViolation(rule.get());
        }
        return new IllegalStateException(
                "the database refused what it was asked: " + firstLine(reason), cause(failure, reason));
    }

    /** The driver names a host and a port then, even where the database is reached by a file. */
    private static boolean hasNoListener(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ConnectException.class::isInstance);
    }

    /** The constraint, unique index or trigger that forbids what was asked for. */
    private static Optional<String> rule(Exception failure) {
        return reason(failure)
                .filter(PSQLException.class::isInstance)
                .map(refused -> ((PSQLException) refused).getServerErrorMessage())
                .map(ServerErrorMessage::getConstraint);
    }

    private static boolean hasState(Exception failure, Pattern states) {
        return reason(failure)
                .map(SQLException::getSQLState)
                .filter(state -> states.matcher(state).matches())
                .isPresent();
    }

    private static Optional<SQLException> reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** What the server said, without the details below it: those quote the rows. */
    private static String firstLine(Optional<SQLException> reason) {
        return reason.map(SQLException::getMessage)
                .flatMap(message -> message.lines().findFirst())
                .orElse("no reason was given");
    }

    /** What went wrong beneath JDBI; if nothing did, where JDBI was unhappy, but not in its words. */
    private static Throwable cause(Exception failure, Optional<SQLException> reason) {
        if (reason.isPresent()) {
            return reason.get();
        }
        Throwable place = new IllegalStateException(failure.getClass().getSimpleName());
        place.setStackTrace(failure.getStackTrace());
        return place;
    }
}
