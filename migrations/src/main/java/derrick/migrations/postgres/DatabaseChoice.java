package derrick.migrations.postgres;

import derrick.migrations.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The database that the settings choose. */
public sealed interface DatabaseChoice {
    /**
     * A database on a server that Derrick does not run.
     *
     * @param source the setting that names it
     */
    record External(DatabaseAddress address, String source) implements DatabaseChoice {
        @Override
        public String described() {
            return "using " + address.redacted() + " from " + source;
        }
    }

    /** The embedded PostgreSQL of a data folder. */
    record Embedded(Path dataDir) implements DatabaseChoice {
        @Override
        public String described() {
            return "using the embedded PostgreSQL in " + dataDir;
        }
    }

    /** Returns a description for the user, without the password. */
    String described();

    /**
     * Returns the first of these that is set: the URL of the command line; the database of a Derrick server that runs
     * on the named data folder; the URL of the environment; that of {@code .env}; the {@code PG*} variables; the
     * embedded PostgreSQL of the data folder.
     *
     * @throws InvalidDatabaseUrl if that setting is invalid
     * @throws DatabaseUnavailable if the Derrick server does not answer
     */
    static DatabaseChoice from(DatabaseSettings settings) {
        Map<String, String> environment = settings.environment();
        return settings.databaseUrl()
                .<DatabaseChoice>map(url -> external(url, environment, "--database-url"))
                .or(() -> settings.namedDataDir().flatMap(DatabaseChoice::running))
                .or(() -> settings.variable("DATABASE_URL").map(url -> external(url, environment, "DATABASE_URL")))
                .or(() -> new DotEnv(settings.workingDirectory().resolve(".env"))
                        .value("DATABASE_URL")
                        .map(url -> external(url, environment, ".env")))
                .or(() -> Stream.of("PGHOST", "PGHOSTADDR", "PGDATABASE", "PGSERVICE")
                        .flatMap(name -> settings.variable(name).stream())
                        .findFirst()
                        .map(ignored ->
                                new External(new LibpqParameters(Map.of()).address(environment), "the PG* variables")))
                .orElseGet(() -> new Embedded(settings.dataDirOrDefault()));
    }

    private static DatabaseChoice external(String url, Map<String, String> environment, String source) {
        return new External(DatabaseAddress.parse(url, environment), source);
    }

    /** Returns the embedded server if it is the folder's own: the command then shares it and keeps it from stopping. */
    private static Optional<DatabaseChoice> running(Path dataDir) {
        return ServerStateFile.find(dataDir).map(server -> {
            Path file = dataDir.resolve(ServerStateFile.FILE_NAME);
            DatabaseAddress address = DatabaseAddress.parse(server.databaseUrl());
            if (EmbeddedPostgres.isServerOf(dataDir, address.host(), address.password())) {
                return new Embedded(dataDir);
            }
            if (!server.answers()) {
                throw new DatabaseUnavailable(
                        "no Derrick answers at %s, which %s names; start it with ./derrick up, or name --database-url"
                                .formatted(server.http(), file),
                        null);
            }
            return new External(address, file.toString());
        });
    }
}
