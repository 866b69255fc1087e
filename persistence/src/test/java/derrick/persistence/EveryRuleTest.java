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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Breaks every rule that the schema keeps by a name of its own. In {@code rules/TABLE.sql} stand sound rows, and then
 * for each rule of the table a statement that breaks this one and no other.
 */
class EveryRuleTest {
    /** Those that others refer to come first. */
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
     * The first cannot be broken: the primary key is in it, and it is there to be referred to. The second is told by
     * the name that a partition has for it, and heard by the intake of records alone.
     */
    private static final Set<String> NEVER_TOLD = Set.of("model_versions_model_name_id_key", "sensor_data_pkey");

    private static final Pattern BREACH = Pattern.compile("^-- (\\w+)\n(.*?;)$", Pattern.MULTILINE | Pattern.DOTALL);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    private final Store store = new Store(Jdbi.create(new PooledConnections(database.dataSource())));

    @Test
    void everyRuleOfTheSchemaIsToldByItsName() throws IOException {
        Map<String, String> breaches = new LinkedHashMap<>();
        for (String table : TABLES) {
            String file = read(table);
            store.query(handle -> handle.execute(file.substring(0, file.indexOf("\n\n"))));
            breaches.putAll(breaches(file));
        }

        assertThat(breaches.keySet()).containsExactlyInAnyOrderElementsOf(rules());
        breaches.forEach((rule, breach) -> assertThatThrownBy(() -> store.query(handle -> handle.execute(breach)))
                .as(breach)
                .isInstanceOf(ConstraintViolation.class)
                .hasMessage("what was to be kept breaks the rule " + rule));
    }

    /** Constraints, unique indexes, and triggers, which are told by the name of their function. */
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
        rules.removeAll(NEVER_TOLD);
        return rules;
    }

    private static Map<String, String> breaches(String file) {
        Map<String, String> breaches = new LinkedHashMap<>();
        for (Matcher breach = BREACH.matcher(file); breach.find(); ) {
            breaches.put(breach.group(1), breach.group(2));
        }
        return breaches;
    }

    private static String read(String table) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(EveryRuleTest.class.getResourceAsStream("rules/" + table + ".sql"), table)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
