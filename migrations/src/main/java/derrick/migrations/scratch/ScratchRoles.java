package derrick.migrations.scratch;

import derrick.migrations.catalog.CatalogUnreadable;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.ServerWideStatements;
import derrick.migrations.sql.Statement;
import derrick.migrations.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Creates roles that scripts need and the server lacks: those that a script creates, since CREATE ROLE does not run in
 * a scratch database, and those of the live database's server. They cannot log in. A comment on each has the time of
 * its creation, by which roles of a killed process are found and dropped.
 */
final class ScratchRoles {
    private static final String MISSING = """
            SELECT
                name,
                format('CREATE ROLE %I', name),
                format('COMMENT ON ROLE %I IS %L', name, 'derrick_scratch_' || extract(epoch FROM now())::bigint),
                format('DROP ROLE IF EXISTS %I', name)
            FROM unnest(?::text[]) AS name
            WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
            """;

    /** Generates the statements that drop the roles of killed processes. */
    static final String DROPS_OF_ABANDONED = """
            SELECT format('DROP ROLE IF EXISTS %I', rolname)
            FROM pg_roles, shobj_description(oid, 'pg_authid') AS comment
            WHERE comment ~ '^derrick_scratch_[0-9]{10}$'
                AND to_timestamp(substring(comment FROM 17)::bigint) < now() - interval '1 hour'
            """;

    private final Set<String> live;
    private final List<String> drops = new CopyOnWriteArrayList<>();

    /** @param live the roles of the live database's server */
    ScratchRoles(Set<String> live) {
        this.live = live;
    }

    /** Creates the roles that a script needs. */
    void createFor(Script script, Connection connection) {
        Set<String> needed = new TreeSet<>();
        for (Statement statement : script.statements()) {
            needed.addAll(ServerWideStatements.rolesCreatedBy(statement));
            statement.tokens().stream()
                    .filter(Token::isName)
                    .map(Token::name)
                    .filter(live::contains)
                    .forEach(needed::add);
        }
        if (needed.isEmpty()) {
            return;
        }
        try (PreparedStatement missing = connection.prepareStatement(MISSING)) {
            missing.setArray(1, connection.createArrayOf("text", needed.toArray()));
            try (ResultSet rows = missing.executeQuery()) {
                while (rows.next()) {
                    create(rows, script, connection);
                }
            }
        } catch (SQLException failure) {
            throw new CatalogUnreadable(failure);
        }
    }

    private void create(ResultSet row, Script script, Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(row.getString(2));
            drops.add(row.getString(4));
            statement.execute(row.getString(3));
        } catch (SQLException failure) {
            throw ScratchRefused.creatingRole(row.getString(1), script, failure);
        }
    }

    /** Returns the statements that drop the roles, to run after all scratch databases are dropped. */
    List<String> drops() {
        return drops;
    }
}
