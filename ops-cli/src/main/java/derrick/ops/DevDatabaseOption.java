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
     * Runs work with scratch databases that resemble no live database: on the server given, else on the embedded one.
     */
    public <T> T alone(CommonOptions options, Terminal terminal, Function<ScratchServer, T> work) {
        try (Database server = options.openDevDatabase(devUrl, terminal)) {
            return isGiven()
                    ? used(server, ScratchServer.beside(server.address()), work)
                    : beside(server, options, terminal, work);
        }
    }

    /**
     * Runs work with scratch databases that resemble a live database: on the server given, else on the live database's
     * own server, else on the embedded one.
     *
     * @throws ScratchRefused if none of them can create databases
     */
    public <T> T beside(Database live, CommonOptions options, Terminal terminal, Function<ScratchServer, T> work) {
        if (isGiven()) {
            try (Database server = options.openDevDatabase(devUrl, terminal)) {
                return used(server, ScratchServer.on(server.address(), live.address()), work);
            }
        }
        ScratchServer scratch;
        try {
            scratch = ScratchServer.beside(live.address());
        } catch (ScratchRefused refused) {
            if (live.embedded()) {
                throw refused;
            }
            return onEmbedded(live, refused, options, terminal, work);
        }
        return used(live, scratch, work);
    }

    private static <T> T onEmbedded(
            Database live,
            ScratchRefused refused,
            CommonOptions options,
            Terminal terminal,
            Function<ScratchServer, T> work) {
        terminal.say(refused.reason() + ", so the embedded server runs the files");
        Database embedded;
        try {
            embedded = options.openEmbedded(terminal);
        } catch (DatabaseUnavailable failure) {
            throw refused.withReason("the embedded server cannot be used: " + failure.getMessage(), failure);
        }
        try (embedded) {
            if (major(embedded) < major(live)) {
                throw refused.withReason(
                        "the embedded server is PostgreSQL %d, older than the database's %d"
                                .formatted(major(embedded), major(live)),
                        refused);
            }
            return used(embedded, ScratchServer.on(embedded.address(), live.address()), work);
        }
    }

    private static int major(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    private static <T> T used(Database server, ScratchServer scratch, Function<ScratchServer, T> work) {
        server.beforeClose(scratch::close);
        try (scratch) {
            return work.apply(scratch);
        }
    }
}
