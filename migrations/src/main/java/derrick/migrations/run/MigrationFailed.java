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
 * A script broke off. What it had done is rolled back, unless it cannot run in a transaction: then the history has the
 * revision as failed, and trying again goes on. The revisions before it stand.
 */
public final class MigrationFailed extends RuntimeException {
    private static final int SHORT = 60;

    private final String path;
    private final int line;
    private final String statement;
    private final String sqlState;
    private final boolean keptNothing;
    private final Duration tried;

    /**
     * The server refused a statement of a script.
     *
     * @param tried how long it tried
     */
    MigrationFailed(Script script, Statement statement, Duration tried, SQLException cause) {
        this(script, Optional.of(statement), outcome(script, Optional.of(statement), cause), tried, cause);
    }

    private MigrationFailed(
            Script script, Optional<Statement> statement, String outcome, Duration tried, SQLException cause) {
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
                                shortened(sent(statement))),
                cause);
        this.tried = tried;
        this.path = script.path();
        this.line = line(script, statement, cause);
        this.statement = sent(statement);
        this.sqlState = cause.getSQLState();
        this.keptNothing = statement.map(script::isAtomic).orElse(true);
    }

    /** The server refused a statement of a script that was tried in a scratch database. */
    static MigrationFailed inScratch(Script script, Statement statement, SQLException cause) {
        String advice = advice(Optional.of(statement).filter(refused -> script.isTransactional()), cause);
        return new MigrationFailed(
                script, Optional.of(statement), "it was tried in a scratch database" + advice, Duration.ZERO, cause);
    }

    /** The server refused one of the statements of a script that was tried in a scratch database. */
    public static MigrationFailed inScratch(Script script, SQLException cause) {
        return inScratch(script, script.statements().get(0), cause);
    }

    /** The server took all statements, but not their outcome: a constraint is looked at no sooner. */
    static MigrationFailed atCommit(Script script, SQLException cause) {
        return new MigrationFailed(
                script, Optional.empty(), outcome(script, Optional.empty(), cause), Duration.ZERO, cause);
    }

    /** Whether it only failed since somebody else held a lock, and may be tried again, for nothing of it was kept. */
    boolean isForALock() {
        return keptNothing && "55P03".equals(sqlState);
    }

    /** How long the server tried: as long, those who came behind had to wait as well. */
    Duration tried() {
        return tried;
    }

    /** What the server said, with its code. */
    public String reason() {
        return getCause() instanceof SQLException refusal ? reason(refusal) : String.valueOf(getMessage());
    }

    /** What the server said when it refused a statement, with its code. */
    public static String reason(SQLException refusal) {
        return "%s (SQLSTATE %s)"
                .formatted(
                        server(refusal).map(ServerErrorMessage::getMessage).orElseGet(refusal::getMessage),
                        refusal.getSQLState());
    }

    /** Where a person finds the script. */
    public String path() {
        return path;
    }

    /** The line of the script that PostgreSQL points at, counted from 1. */
    public int line() {
        return line;
    }

    /** The whole statement that failed. */
    public String statement() {
        return statement;
    }

    /** PostgreSQL's code of the error, five characters. */
    public String sqlState() {
        return sqlState;
    }

    private static String outcome(Script script, Optional<Statement> statement, SQLException cause) {
        if (!script.isTransactional()) {
            return "what ran before it is kept, for it runs outside a transaction; mend it, then try again";
        }
        return "nothing of it was kept" + advice(statement, cause);
    }

    private static String advice(Optional<Statement> statement, SQLException cause) {
        return statement
                .filter(refused -> needsNoTransaction(refused, cause))
                .map(refused -> "; begin the file with the line '-- %s' to run it outside one"
                        .formatted(SqlScript.OUTSIDE_TRANSACTION))
                .orElse("");
    }

    /** Whether the server would take a statement outside a transaction, which its text did not tell. */
    private static boolean needsNoTransaction(Statement statement, SQLException cause) {
        return switch (String.valueOf(cause.getSQLState())) {
            case "2D000" -> !Procedures.calledBy(statement).isEmpty();
            case "25001" -> !statement.phrase().starts("SET");
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

    private static String sent(Optional<Statement> statement) {
        return statement.map(Statement::text).orElse("COMMIT");
    }

    private static int line(Script script, Optional<Statement> statement, SQLException cause) {
        return statement
                .map(refused -> refused.line() + linesBefore(refused.text(), cause))
                .orElseGet(() -> script.statements().stream()
                        .mapToInt(Statement::line)
                        .max()
                        .orElse(1));
    }

    /** PostgreSQL counts characters from the beginning of what it got, from 1; 0 says that it does not know. */
    private static int linesBefore(String sent, SQLException cause) {
        int position = server(cause).map(ServerErrorMessage::getPosition).orElse(0);
        String before = sent.substring(0, Math.max(0, Math.min(position - 1, sent.length())));
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
