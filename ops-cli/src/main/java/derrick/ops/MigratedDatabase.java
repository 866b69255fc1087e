package derrick.ops;

import derrick.migrations.backup.PreUpgradeBackup;
import derrick.migrations.postgres.Database;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.run.SchemaMigration;
import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database of a data command, upgraded to head. It is opened by the first call of {@link #getConnection()}, so that
 * problems of the input are reported before.
 */
public final class MigratedDatabase implements DataSource, AutoCloseable {
    private final CommonOptions options;
    private final Terminal terminal;
    private Optional<Database> opened = Optional.empty();

    public MigratedDatabase(CommonOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (opened.isEmpty()) {
            opened = Optional.of(options.openDatabase(terminal));
            upgradeToHead(opened.get());
        }
        return opened.get().dataSource().getConnection();
    }

    private void upgradeToHead(Database database) {
        Revisions revisions = Revisions.packaged();
        SchemaStatus status = new RevisionHistory(database.dataSource(), revisions).status();
        if (status.state() == SchemaStatus.State.AHEAD) {
            throw new CommandFailed(
                    ExitCode.REFUSED, "the schema is newer than this version of Derrick; use the newer version");
        }
        if (status.behind() == 0) {
            return;
        }
        if (!database.embedded()) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "the schema is %d behind %s; run 'derrick upgrade' first"
                            .formatted(status.behind(), status.head()));
        }
        new SchemaMigration(database.dataSource(), revisions)
                .upgrade("head", PreUpgradeBackup.of(database, revisions, terminal::say));
        terminal.say("upgraded the schema to " + status.head());
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(Database::close);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("connections as another user are not supported");
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(MigratedDatabase.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
