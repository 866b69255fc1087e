package derrick.migrations.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the platform's predecessor leaves behind in a database that was empty: fifteen tables, a sixteenth, indexes that
 * nobody needs, and Alembic's own table, at the first revision.
 */
public record LegacyDatabase(DataSource dataSource) {
    /** The predecessor's tables, its sixteenth among them. */
    public static final List<String> TABLES = List.of(
            "anomaly_detections",
            "blacklisted_tokens",
            "change_requests",
            "drilling_parameters_config",
            "drilling_sessions",
            "dvr_process_history",
            "login_attempts",
            "maintenance_alerts",
            "maintenance_schedules",
            "model_versions",
            "password_reset_tokens",
            "rul_predictions",
            "sensor_data",
            "system_logs",
            "users",
            "well_profiles");

    /** Makes it, without a row. */
    public static LegacyDatabase in(TestDatabase database) {
        LegacyDatabase legacy = new LegacyDatabase(database.dataSource());
        legacy.run("tables.sql");
        legacy.run("besides.sql");
        return legacy;
    }

    /**
     * Fills it with rows that head would refuse, beside some that it would not: naive local times of Asia/Tehran,
     * tokens in clear, orphans, duplicates, NULLs and words that no closed set has. The file says what is wrong.
     */
    public LegacyDatabase withDirtyRows() {
        run("dirty-rows.sql");
        return this;
    }

    /** How many rows each of its tables has, as long as it has them all. */
    public Map<String, Integer> rowCounts() {
        Sql sql = new Sql(dataSource);
        return TABLES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> Integer.valueOf(
                                sql.rows("SELECT count(*) FROM " + table).get(0))));
    }

    private void run(String file) {
        try (InputStream text = LegacyDatabase.class.getResourceAsStream("/legacy/" + file)) {
            if (text == null) {
                throw new IllegalStateException("not on the class path: legacy/" + file);
            }
            new Sql(dataSource).run(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
