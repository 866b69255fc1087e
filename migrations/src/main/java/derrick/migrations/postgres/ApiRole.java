package derrick.migrations.postgres;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The role of the API in the embedded database. It may read and write rows, but not change the schema or its history.
 * Each start of the API sets a new password.
 *
 * @param password must not be printed
 */
public record ApiRole(String password) {
    /** Backups and schema comparisons ignore grants to this role. */
    static final String NAME = "derrick_api";

    private static final int RANDOM_BYTES = 24;

    /**
     * Grants on the database and the schema only where PUBLIC lacks the privilege, because such grants are backed up.
     */
    private static final String PREPARE = """
            DO $$
            BEGIN
                IF to_regrole('derrick_api') IS NULL THEN
                    CREATE ROLE derrick_api;
                END IF;
                ALTER ROLE derrick_api LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
                IF NOT has_database_privilege('derrick_api', current_database(), 'CONNECT, TEMPORARY') THEN
                    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO derrick_api', current_database());
                END IF;
                IF NOT has_schema_privilege('derrick_api', 'public', 'USAGE') THEN
                    GRANT USAGE ON SCHEMA public TO derrick_api;
                END IF;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO derrick_api;
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO derrick_api;
                REVOKE INSERT, UPDATE, DELETE ON public.flyway_schema_history FROM derrick_api;
                -- For tables of revisions that run while the API is up.
                ALTER DEFAULT PRIVILEGES IN SCHEMA public
                    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO derrick_api;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO derrick_api;
            END
            $$;
            """;

    /**
     * Creates the role if it is missing, grants its privileges and sets a new password.
     *
     * @param owner connects as the owner of a database whose schema is at head
     */
    public static ApiRole prepare(DataSource owner) throws SQLException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            // A read-only default must not block this; the API reports it when it writes.
            statement.execute("SET default_transaction_read_only = off");
            statement.execute(PREPARE);
            connection.unwrap(PGConnection.class).alterUserPassword(NAME, password.toCharArray(), "scram-sha-256");
        }
        return new ApiRole(password);
    }

    @Override
    public String toString() {
        return NAME;
    }
}
