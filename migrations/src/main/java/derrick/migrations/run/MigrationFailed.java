package derrick.migrations.run;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.Procedures;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Thrown when a script fails. The script is rolled back, unless it cannot run in a transaction: then the history
 * records it as failed, and the next run continues it. Revisions before it stay applied.
 */
public final class MigrationFailed extends RuntimeException {
    private static final int SHORT = 60;

    private final String path;
    private final int line;
    private final String statement;
    private final String sqlState;
    private final boolean isAtomic;
    private final Duration duration;

    /**
     * For a statement that failed.
     *
     * @param duration how long it ran
     */
    MigrationFailed(Script script, Statement statement, Duration duration, SQLException cause) {
        this(script, Optional.of(statement), outcome(script, Optional.of(statement), cause), duration, cause);
    }

    private MigrationFailed(
            Script script, Optional<Statement> statement, String outcome, Duration duration, SQLException cause) {
        super(
                "%s, line %d: %s (SQLSTATE %s)%s; %s; the statement: %s"
                        .formatted(
                                script.path(),
                                line(script, statement, cause),
                                server(cause)
                                        .map(ServerErrorMessage::getMessage)
                                        .orElseGet(cause::getMessage),
                                cause.getSQLState(),
                                details(cause),
                                outcome,
                                shortened(sqlOf(statement))),
                cause);
        this.duration = duration;
        this.path = script.path();
        this.line = line(script, statement, cause);
        this.statement = sqlOf(statement);
        this.sqlState = cause.getSQLState();
        this.isAtomic = statement.map(script::isAtomic).orElse(true);
    }

    /** For a statement that failed in a scratch database. */
    static MigrationFailed inScratch(Script script, Statement statement, SQLException cause) {
        String advice = advice(Optional.of(statement).filter(failed -> script.isTransactional()), cause);
        return new MigrationFailed(
                script, Optional.of(statement), "it ran in a scratch database" + advice, Duration.ZERO, cause);
    }

    /** For a script that failed as a whole in a scratch database. */
    public static MigrationFailed inScratch(Script script, SQLException cause) {
        return inScratch(script, script.statements().get(0), cause);
    }

    /** For a COMMIT that failed, as it does when a deferred constraint is violated. */
    static MigrationFailed atCommit(Script script, SQLException cause) {
        return new MigrationFailed(
                script, Optional.empty(), outcome(script, Optional.empty(), cause), Duration.ZERO, cause);
    }

    /** True if another session held a lock and the statement left nothing behind, so that it can be retried. */
    boolean isLockTimeout() {
        return isAtomic && "55P03".equals(sqlState);
    }

    /** Returns how long the statement ran. Sessions queued behind it were blocked as long. */
    Duration duration() {
        return duration;
    }

    /** Returns the server's message with its SQLSTATE. */
    public String reason() {
        return getCause() instanceof SQLException error ? reason(error) : String.valueOf(getMessage());
    }

    /** Returns the message of a server error with its SQLSTATE. */
    public static String reason(SQLException error) {
        return "%s (SQLSTATE %s)"
                .formatted(
                        server(error).map(ServerErrorMessage::getMessage).orElseGet(error::getMessage),
                        error.getSQLState());
    }

    /** Returns the path of the script, for messages. */
    public String path() {
        return path;
    }

    /** Returns the line of the error in the script, counted from 1. */
    public int line() {
        return line;
    }

    /** Returns the failed statement, not shortened. */
    public String statement() {
        return statement;
    }

    /** Returns PostgreSQL's SQLSTATE of the error. */
    public String sqlState() {
        return sqlState;
    }

    private static String outcome(Script script, Optional<Statement> statement, SQLException cause) {
        if (!script.isTransactional()) {
            return "earlier statements are kept, since it runs outside a transaction; fix it, then run it again";
        }
        return "it was rolled back" + advice(statement, cause);
    }

    private static String advice(Optional<Statement> statement, SQLException cause) {
        return statement
                .filter(failed -> needsNoTransaction(failed, cause))
                .map(failed -> "; begin the file with the line '-- %s' to run it outside one"
                        .formatted(SqlScript.OUTSIDE_TRANSACTION))
                .orElse("");
    }

    /** True if the statement would succeed outside a transaction, which only the server could tell. */
    private static boolean needsNoTransaction(Statement statement, SQLException cause) {
        return switch (String.valueOf(cause.getSQLState())) {
            case "2D000" -> !Procedures.calledBy(statement).isEmpty();
            case "25001" -> !statement.words().starts("SET");
            default -> false;
        };
    }

    private static String details(SQLException cause) {
        return server(cause).stream()
                .flatMap(error ->
                        Stream.of(Optional.ofNullable(error.getDetail()), Optional.ofNullable(error.getHint())))
                .flatMap(Optional::stream)
                .map(text -> ". " + text.replaceFirst("[.;]+$", ""))
                .reduce("", String::concat);
    }

    private static String sqlOf(Optional<Statement> statement) {
        return statement.map(Statement::text).orElse("COMMIT");
    }

    private static int line(Script script, Optional<Statement> statement, SQLException cause) {
        return statement
                .map(failed -> failed.line() + linesBefore(failed.text(), cause))
                .orElseGet(() -> script.statements().stream()
                        .mapToInt(Statement::line)
                        .max()
                        .orElse(1));
    }

    /** PostgreSQL counts characters of the statement from 1; 0 means that the position is unknown. */
    private static int linesBefore(String sql, SQLException cause) {
        int position = server(cause).map(ServerErrorMessage::getPosition).orElse(0);
        String before = sql.substring(0, Math.max(0, Math.min(position - 1, sql.length())));
        return (int) before.chars().filter(character -> character == '\n').count();
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }

    private static Optional<ServerErrorMessage> server(SQLException cause) {
        return cause instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage())
                : Optional.empty();
    }
}
