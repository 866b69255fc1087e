package derrick.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.domain.account.LoginAttempt;
import derrick.domain.account.Role;
import derrick.domain.change.ChangeStatus;
import derrick.domain.change.ChangeType;
import derrick.domain.maintenance.AlertStatus;
import derrick.domain.maintenance.Priority;
import derrick.domain.maintenance.ScheduleStatus;
import derrick.domain.prediction.AnomalySeverity;
import derrick.domain.reconciliation.DvrStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.systemlog.LogLevel;
import derrick.domain.well.SessionStatus;
import derrick.migrations.testing.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A check constraint that lists the values of a column lists those of the domain's enum. */
class CheckedWordsTest {
    private static final Map<String, Set<String>> ENUMS = Map.ofEntries(
            Map.entry("users_role_check", words(Role.values())),
            Map.entry("login_attempts_outcome_check", words(LoginAttempt.Outcome.values())),
            Map.entry("change_requests_change_type_check", words(ChangeType.values())),
            Map.entry("change_requests_status_check", words(ChangeStatus.values())),
            Map.entry("system_logs_level_check", words(LogLevel.values())),
            Map.entry(
                    "sensor_data_time_source_check",
                    Stream.of(TimeSource.values()).map(TimeSource::key).collect(Collectors.toSet())),
            Map.entry("drilling_sessions_status_check", words(SessionStatus.values())),
            Map.entry("maintenance_alerts_severity_check", words(derrick.domain.maintenance.AlertSeverity.values())),
            Map.entry("maintenance_alerts_status_check", words(AlertStatus.values())),
            Map.entry("maintenance_schedules_priority_check", words(Priority.values())),
            Map.entry("maintenance_schedules_status_check", words(ScheduleStatus.values())),
            Map.entry("anomaly_detections_severity_check", words(AnomalySeverity.values())),
            Map.entry("dvr_process_history_status_check", words(DvrStatus.values())));

    /** A condition that one column is any of several words. */
    private static final Pattern ANY_OF = Pattern.compile("CHECK \\(\\(\\(\\w+\\)::text = ANY \\([^&|]*\\)\\)");

    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.atHead();

    @Test
    void theCheckConstraintsListTheValuesOfTheEnums() {
        assertThat(checkedWords()).containsExactlyInAnyOrderEntriesOf(ENUMS);
    }

    /** Returns the words of each such constraint; the table of rows that a migration removed has none of the domain. */
    private static Map<String, Set<String>> checkedWords() {
        Map<String, String> checks = Jdbi.create(database.dataSource())
                .withHandle(handle -> handle.createQuery("""
                        SELECT conname, pg_get_constraintdef(pg_constraint.oid) AS definition
                        FROM pg_constraint
                        JOIN pg_class ON pg_class.oid = conrelid
                        WHERE NOT relispartition AND contype = 'c' AND relname <> 'quarantined_rows'
                            AND relnamespace = 'public'::regnamespace
                        """)
                        .setMapKeyColumn("conname")
                        .setMapValueColumn("definition")
                        .collectInto(new GenericType<Map<String, String>>() {}));
        Map<String, Set<String>> words = new TreeMap<>();
        checks.forEach((name, definition) -> {
            if (ANY_OF.matcher(definition).matches()) {
                words.put(name, words(definition));
            }
        });
        return words;
    }

    private static Set<String> words(String definition) {
        return WORD.matcher(definition)
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(Enum<?>... values) {
        return Stream.of(values).map(Object::toString).collect(Collectors.toSet());
    }
}
