package derrick.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

/**
 * Prepares each SQL statement of this module on a database at head: its tables, columns, functions and types exist. The
 * statements are read from the compiled classes, so none is forgotten; one that is concatenated at run time fails. The
 * contract tests of the ports check what the statements do.
 */
class StatementsTest {
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|COPY|CREATE|SET|LOCK)\\b.*", Pattern.DOTALL);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Test
    void eachStatementIsValidAtHead() throws IOException, URISyntaxException {
        List<String> statements = statements();
        assertThat(statements).as("statements in the module").hasSizeGreaterThan(5);

        Jdbi.create(database.dataSource()).useHandle(handle -> {
            for (String sql : statements) {
                if (sql.startsWith("CREATE TEMPORARY TABLE")) {
                    handle.execute(sql);
                }
            }
            for (String sql : statements) {
                assertThatCode(() -> prepare(handle, sql)).as(sql).doesNotThrowAnyException();
            }
        });
    }

    @Test
    void anInvalidStatementIsFound() {
        Jdbi.create(database.dataSource())
                .useHandle(handle -> List.of(
                                "SELECT no_such_column FROM sensor_data WHERE rig_id = :rig",
                                "COPY no_such_table FROM STDIN (FORMAT binary)",
                                "SELECT rig_id FROM sensor_data WHERE")
                        .forEach(sql -> assertThatThrownBy(() -> prepare(handle, sql))
                                .as(sql)
                                .isInstanceOf(SQLException.class)));
    }

    private static List<String> statements() throws IOException, URISyntaxException {
        Path classes = Path.of(PersistenceModule.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ClassConstants.below(classes).stream()
                .filter(text -> STATEMENT.matcher(text).matches())
                .toList();
    }

    /** @throws SQLException if the server rejects the statement */
    private static void prepare(Handle handle, String sql) throws SQLException {
        if (sql.startsWith("COPY")) {
            handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(sql)
                    .cancelCopy();
            return;
        }
        try (Query query = handle.createQuery(sql)) {
            String positional =
                    new ColonPrefixSqlParser().parse(sql, query.getContext()).getSql();
            try (PreparedStatement statement = handle.getConnection().prepareStatement(positional)) {
                statement.getParameterMetaData();
            }
        }
    }
}
