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
 * Stands in for roles that scripts name and the server does not have: those that a script creates itself, since no
 * statement about roles runs in a scratch database, and those of the live database's server. Nobody can log in as one.
 * They carry the time of their creation in a comment, by which those of a killed process are found and dropped.
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

    /** The statements that drop what a killed process left behind. */
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

    /** Creates those that a script needs. */
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
        } catch (SQLException lost) {
            throw new CatalogUnreadable(lost);
        }
    }

    private void create(ResultSet row, Script script, Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(row.getString(2));
            drops.add(row.getString(4));
            statement.execute(row.getString(3));
        } catch (SQLException refused) {
            throw ScratchRefused.creatingRole(row.getString(1), script, refused);
        }
    }

    /** The statements that drop them; to be run when no scratch database has anything of theirs any more. */
    List<String> drops() {
        return drops;
    }
}
