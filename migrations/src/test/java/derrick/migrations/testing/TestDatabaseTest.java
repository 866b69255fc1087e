package derrick.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    @RegisterExtension
    static final TestDatabase first = TestDatabase.empty();

    @RegisterExtension
    static final TestDatabase second = TestDatabase.empty();

    @RegisterExtension
    static final TestDatabase migrated = TestDatabase.atHead();

    @Test
    void aDatabaseAtHeadHasTheSchema() throws SQLException {
        assertThat(text(migrated.dataSource(), "SELECT to_regclass('sensor_data')"))
                .isEqualTo("sensor_data");
    }

    @Test
    void eachClassHasADatabaseOfItsOwn() throws SQLException {
        assertThat(text(first.dataSource(), "SELECT current_database()"))
                .isNotEqualTo(text(second.dataSource(), "SELECT current_database()"));
    }

    @Test
    void itIsARealUtf8Server() throws SQLException {
        assertThat(text(first.dataSource(), "SELECT lower('ÄÖŁ')")).isEqualTo("äöł");
    }

    private static String text(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
