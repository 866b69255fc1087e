package derrick.migrations.flyway;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL remarks while a script runs. Notices have the state 00000 and are of no interest to anybody. */
final class Warnings {
    private Warnings() {}

    static boolean matter(String sqlState) {
        return sqlState.startsWith("01");
    }

    static List<String> of(Statement statement) throws SQLException {
        List<String> warnings = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (matter(warning.getSQLState())) {
                warnings.add(warning.getMessage());
            }
        }
        return warnings;
    }
}
