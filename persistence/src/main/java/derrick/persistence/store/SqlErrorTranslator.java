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

/** Translates exceptions of JDBI and JDBC into those of the domain. Messages of JDBI are dropped: they quote SQL. */
final class SqlErrorTranslator {
    /** Connection failures, insufficient resources, shutdown, timeouts, and read-only servers such as a standby. */
    private static final Pattern UNAVAILABLE = Pattern.compile("08...|53...|57P0.|57014|55P03|25006");

    private static final Pattern CONTENTION = Pattern.compile("40001|40P01");

    private SqlErrorTranslator() {}

    /** True for a deadlock or serialization failure, after which the work can be repeated at once. */
    static boolean isContention(Exception failure) {
        return hasState(failure, CONTENTION);
    }

    /** True if the constraint or unique index of this name is violated. */
    static boolean isOf(String constraint, Exception failure) {
        return rule(failure).filter(constraint::equals).isPresent();
    }

    /** Returns the exception of the domain for a failure of the database, with a message of one line without SQL. */
    static RuntimeException translate(Exception failure) {
        Optional<SQLException> reason = reason(failure);
        if (failure instanceof ConnectionException || hasState(failure, UNAVAILABLE)) {
            String why = hasNoListener(failure) ? "no server listens at its address" : firstLine(reason);
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
                "the database rejected a statement: " + firstLine(reason), cause(failure, reason));
    }

    /** True if the connection was refused. The driver's message then names a host and port, even for a Unix socket. */
    private static boolean hasNoListener(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ConnectException.class::isInstance);
    }

    /** Returns the name of the violated constraint, unique index or trigger. */
    private static Optional<String> rule(Exception failure) {
        return reason(failure)
                .filter(PSQLException.class::isInstance)
                .map(error -> ((PSQLException) error).getServerErrorMessage())
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

    /** Returns the first line of the message. The lines below it quote values of rows. */
    private static String firstLine(Optional<SQLException> reason) {
        return reason.map(SQLException::getMessage)
                .flatMap(message -> message.lines().findFirst())
                .orElse("no reason was given");
    }

    /** Returns the SQLException below JDBI's; else an exception with JDBI's stack trace, without its message. */
    private static Throwable cause(Exception failure, Optional<SQLException> reason) {
        if (reason.isPresent()) {
            return reason.get();
        }
        Throwable place = new IllegalStateException(failure.getClass().getSimpleName());
        place.setStackTrace(failure.getStackTrace());
        return place;
    }
}
