package derrick.migrations.flyway;

import derrick.migrations.revision.Script;
import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import java.sql.SQLException;
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
    private final boolean transactional;

    /**
     * @param firstLine the line on which the statement's first word stands, counted from 1
     * @param sent what PostgreSQL got: the statement, and maybe the comments above it
     */
    public MigrationFailed(Script script, int firstLine, String sent, SQLException cause) {
        super(message(script, firstLine, sent, cause), cause);
        this.path = script.path();
        this.line = line(firstLine, sent, cause);
        this.statement = sent.substring(begin(sent));
        this.sqlState = cause.getSQLState();
        this.transactional = script.isTransactional();
    }

    /** Whether it only failed since somebody else held a lock, and may be tried again, for nothing of it was kept. */
    boolean isForALock() {
        return transactional && "55P03".equals(sqlState);
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

    private static String message(Script script, int firstLine, String sent, SQLException cause) {
        return "%s, line %d: %s (SQLSTATE %s)%s; %s; the statement: %s"
                .formatted(
                        script.path(),
                        line(firstLine, sent, cause),
                        server(cause).map(ServerErrorMessage::getMessage).orElseGet(cause::getMessage),
                        cause.getSQLState(),
                        details(cause),
                        script.isTransactional()
                                ? "nothing of it was kept"
                                : "what ran before it is kept, for it runs outside a transaction;"
                                        + " mend it, then try again",
                        shortened(sent.substring(begin(sent))));
    }

    private static String details(SQLException cause) {
        return server(cause).stream()
                .flatMap(error ->
                        Stream.of(Optional.ofNullable(error.getDetail()), Optional.ofNullable(error.getHint())))
                .flatMap(Optional::stream)
                .map(text -> ". " + text.replaceFirst("[.;]+$", ""))
                .reduce("", String::concat);
    }

    /** PostgreSQL counts characters from the beginning of what it got, from 1; 0 says that it does not know. */
    private static int line(int firstLine, String sent, SQLException cause) {
        int begin = begin(sent);
        int position = server(cause).map(ServerErrorMessage::getPosition).orElse(0);
        String before = sent.substring(begin, Math.max(begin, Math.min(position - 1, sent.length())));
        return firstLine
                + (int) before.chars().filter(character -> character == '\n').count();
    }

    /** Where the statement's first word stands, behind the comments above it. */
    private static int begin(String sent) {
        return SqlScript.parse(sent).statements().stream()
                .findFirst()
                .map(Statement::offset)
                .orElse(0);
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "…";
    }

    private static Optional<ServerErrorMessage> server(SQLException cause) {
        return cause instanceof PSQLException error
                ? Optional.ofNullable(error.getServerErrorMessage())
                : Optional.empty();
    }
}
