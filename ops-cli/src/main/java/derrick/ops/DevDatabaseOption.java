package derrick.ops;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseUnavailable;
import derrick.migrations.scratch.ScratchRefused;
import derrick.migrations.scratch.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Option {@code --dev-url}: the server on which scratch databases are created. */
public final class DevDatabaseOption {
    @Option(
            names = "--dev-url",
            paramLabel = "URL",
            description = "Create scratch databases on the server of this database.")
    private Optional<String> devUrl = Optional.empty();

    /** True if the option was given. */
    public boolean isGiven() {
        return devUrl.isPresent();
    }

    /**
     * Runs work with scratch databases on the server of {@code --dev-url}, else on the embedded server. They are
     * created with the server's default locale and encoding.
     */
    public <T> T alone(CommonOptions options, Terminal terminal, Function<ScratchServer, T> work) {
        try (Database server = options.openDevDatabase(devUrl, terminal)) {
            return isGiven()
                    ? run(server, ScratchServer.beside(server.address()), work)
                    : beside(server, options, terminal, work);
        }
    }

    /**
     * Runs work with scratch databases that have the locale and encoding of a live database. They are created on the
     * server of {@code --dev-url}, else on the live database's server, else on the embedded server.
     *
     * @throws ScratchRefused if none of them can create databases
     */
    public <T> T beside(Database live, CommonOptions options, Terminal terminal, Function<ScratchServer, T> work) {
        if (isGiven()) {
            try (Database server = options.openDevDatabase(devUrl, terminal)) {
                return run(server, ScratchServer.on(server.address(), live.address()), work);
            }
        }
        ScratchServer scratch;
        try {
            scratch = ScratchServer.beside(live.address());
        } catch (ScratchRefused refusal) {
            if (live.embedded()) {
                throw refusal;
            }
            return onEmbedded(live, refusal, options, terminal, work);
        }
        return run(live, scratch, work);
    }

    private static <T> T onEmbedded(
            Database live,
            ScratchRefused refusal,
            CommonOptions options,
            Terminal terminal,
            Function<ScratchServer, T> work) {
        terminal.say(refusal.reason() + "; the scratch databases are created on the embedded server");
        Database embedded;
        try {
            embedded = options.openEmbedded(terminal);
        } catch (DatabaseUnavailable failure) {
            throw refusal.withReason("the embedded server cannot be used: " + failure.getMessage(), failure);
        }
        try (embedded) {
            if (major(embedded) < major(live)) {
                throw refusal.withReason(
                        "the embedded server is PostgreSQL %d, older than the database's %d"
                                .formatted(major(embedded), major(live)),
                        refusal);
            }
            return run(embedded, ScratchServer.on(embedded.address(), live.address()), work);
        }
    }

    private static int major(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    private static <T> T run(Database server, ScratchServer scratch, Function<ScratchServer, T> work) {
        server.beforeClose(scratch::close);
        try (scratch) {
            return work.apply(scratch);
        }
    }
}
