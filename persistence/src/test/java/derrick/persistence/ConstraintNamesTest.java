package derrick.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.store.ConstraintViolation;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Violates each constraint, unique index and trigger of the schema, and expects its name in the exception. A file
 * {@code rules/TABLE.sql} inserts valid rows and has, for each name, a statement that violates this rule and no other.
 */
class ConstraintNamesTest {
    /** Referenced tables come before those that reference them. */
    private static final List<String> TABLES = List.of(
            "users",
            "well_profiles",
            "dvr_process_history",
            "model_versions",
            "sensor_data",
            "password_reset_tokens",
            "blacklisted_tokens",
            "login_attempts",
            "change_requests",
            "system_logs",
            "drilling_sessions",
            "maintenance_alerts",
            "maintenance_schedules",
            "rul_predictions",
            "anomaly_detections",
            "model_activations");

    /**
     * The first cannot be violated, since it contains the primary key; a foreign key references it. The second is
     * reported with the name of a partition's index.
     */
    private static final Set<String> NEVER_REPORTED = Set.of("model_versions_model_name_id_key", "sensor_data_pkey");

    private static final Pattern VIOLATION = Pattern.compile("^-- (\\w+)\n(.*?;)$", Pattern.MULTILINE | Pattern.DOTALL);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final Store store = PooledConnections.storeOn(database);

    @Test
    void eachViolationNamesItsRule() throws IOException {
        Map<String, String> violations = new LinkedHashMap<>();
        for (String table : TABLES) {
            String file = read(table);
            store.query(handle -> handle.execute(file.substring(0, file.indexOf("\n\n"))));
            violations.putAll(violations(file));
        }

        assertThat(violations.keySet()).containsExactlyInAnyOrderElementsOf(rules());
        violations.forEach((rule, sql) -> assertThatThrownBy(() -> store.query(handle -> handle.execute(sql)))
                .as(sql)
                .isInstanceOf(ConstraintViolation.class)
                .hasMessage("the write violates the constraint " + rule));
    }

    /** Returns the names of the constraints, the unique indexes and the functions of the triggers. */
    private List<String> rules() {
        List<String> rules = new ArrayList<>(store.query(
                handle -> handle.createQuery("""
                        WITH kept AS (
                            SELECT oid
                            FROM pg_class
                            WHERE relnamespace = 'public'::regnamespace AND NOT relispartition
                                AND relname NOT IN ('quarantined_rows', 'flyway_schema_history')
                        )
                        SELECT conname
                        FROM pg_constraint JOIN kept ON kept.oid = conrelid
                        WHERE contype IN ('c', 'f', 'p', 'u')
                        UNION
                        SELECT indexrelid::regclass::text
                        FROM pg_index JOIN kept ON kept.oid = indrelid
                        WHERE indisunique
                        UNION
                        SELECT tgfoid::regproc::text
                        FROM pg_trigger JOIN kept ON kept.oid = tgrelid
                        WHERE NOT tgisinternal
                        """).mapTo(String.class).list()));
        rules.removeAll(NEVER_REPORTED);
        return rules;
    }

    private static Map<String, String> violations(String file) {
        Map<String, String> violations = new LinkedHashMap<>();
        for (Matcher found = VIOLATION.matcher(file); found.find(); ) {
            violations.put(found.group(1), found.group(2));
        }
        return violations;
    }

    private static String read(String table) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ConstraintNamesTest.class.getResourceAsStream("rules/" + table + ".sql"), table)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
