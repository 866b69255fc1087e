package derrick.migrations.postgres;

import derrick.migrations.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which database to use, and who said so. */
public sealed interface DatabaseChoice {
    /**
     * A database that somebody else runs.
     *
     * @param source the setting that named it
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

    /** One line for a person; no password is in it. */
    String described();

    /**
     * Chooses: the URL of the command line; the database of the Derrick that runs on the named data folder; the URL of
     * the environment; that of {@code .env}; the {@code PG*} variables; else the embedded PostgreSQL of the data
     * folder.
     *
     * @throws InvalidDatabaseUrl if the setting that decides cannot be read
     * @throws DatabaseUnavailable if the Derrick that decides does not answer
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
                .orElseGet(() -> new Embedded(settings.dataDirOrUsual()));
    }

    private static DatabaseChoice external(String url, Map<String, String> environment, String source) {
        return new External(DatabaseAddress.parse(url, environment), source);
    }

    /** Who uses the folder's own server takes a share in it, so that it does not stop under the work. */
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
