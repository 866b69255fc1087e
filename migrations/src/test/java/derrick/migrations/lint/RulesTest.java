package derrick.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void ruleNamesAreUnique() {
        assertThat(Rules.ALL)
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    @Test
    void messagesFitOnALineOfATerminal() {
        assertThat(Rules.ALL).allSatisfy(rule -> {
            assertThat(rule.why()).isNotBlank().hasSizeLessThanOrEqualTo(78);
            assertThat(rule.fix()).isNotBlank().hasSizeLessThanOrEqualTo(76);
            assertThat(rule.finds()).isNotBlank();
        });
    }

    @Test
    void listedFunctionsAreNotVolatileOnTheServer() throws SQLException {
        List<String> notVolatile = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT proname
                        FROM pg_proc
                        WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY (?)
                        GROUP BY proname
                        HAVING bool_and(provolatile <> 'v')""")) {
            query.setArray(1, connection.createArrayOf("text", Volatility.NOT_VOLATILE.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    notVolatile.add(rows.getString(1));
                }
            }
        }
        assertThat(notVolatile).containsExactlyInAnyOrderElementsOf(Volatility.NOT_VOLATILE);
    }
}
