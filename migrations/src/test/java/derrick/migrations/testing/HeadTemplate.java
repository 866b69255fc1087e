package derrick.migrations.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The database that was migrated to head once, for others to be copied from. */
final class HeadTemplate {
    private static final String NAME = "template_head";
    private static final List<String> REVISIONS =
            List.of("V001__initial_schema.sql", "V002__keep_sensor_data_by_rig_and_time.sql");

    private HeadTemplate() {}

    static String name() {
        return Holder.READY;
    }

    private static void migrate(DataSource template) {
        try (Connection connection = template.getConnection();
                Statement statement = connection.createStatement()) {
            for (String revision : REVISIONS) {
                statement.execute(text(revision));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the template could not be migrated", failure);
        }
    }

    private static String text(String revision) {
        try (InputStream script = HeadTemplate.class.getResourceAsStream("/migrations/" + revision)) {
            if (script == null) {
                throw new IllegalStateException(revision + " is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Holder {
        private static final String READY = make();

        private static String make() {
            TestServer server = TestServer.get();
            server.execute("CREATE DATABASE " + NAME + " TEMPLATE template0");
            migrate(server.address(NAME).dataSource());
            return NAME;
        }
    }
}
