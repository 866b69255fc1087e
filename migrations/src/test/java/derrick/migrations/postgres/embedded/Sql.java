package derrick.migrations.postgres.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs SQL on an open server. */
record Sql(EmbeddedPostgres server) {
    String text(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void run(String command) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connection() throws SQLException {
        return new ServerAddress(Path.of(server.host()), server.port(), server.password())
                .dataSource(server.database())
                .getConnection();
    }
}
