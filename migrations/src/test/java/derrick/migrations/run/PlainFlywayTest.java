package derrick.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.revision.HistoryEntry;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import derrick.migrations.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flyway run by hand, with the folder as its only setting, accepts databases that Derrick migrated. */
final class PlainFlywayTest {
    private static final int REVISIONS = Revisions.packaged().all().size();

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void flywayValidatesAndHasNothingToDoAfterAnUpgrade() {
        derrick().upgrade("head", MigrationListener.NONE);

        flyway().validate();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThat(states()).hasSize(REVISIONS).allMatch(state -> state.endsWith(" Success"));
    }

    @Test
    void flywayMigratesAfterADowngrade() {
        derrick().upgrade("head", MigrationListener.NONE);
        derrick().downgrade("001", MigrationListener.NONE);

        assertThat(states())
                .contains("001 Success", "002 Deleted", "002 Pending")
                .doesNotContain("002 Success");
        assertThat(flyway().migrate().migrationsExecuted).isEqualTo(REVISIONS - 1);
        flyway().validate();
        assertThat(derrick().downgrade("base", MigrationListener.NONE)).hasSize(REVISIONS);
        assertThat(derrick().upgrade("head", MigrationListener.NONE)).hasSize(REVISIONS);
        flyway().validate();
    }

    @Test
    void aDatabaseMigratedByFlywayIsAtHead() {
        flyway().migrate();
        RevisionHistory history = new RevisionHistory(database.dataSource(), Revisions.packaged());

        assertThat(history.status().state()).isEqualTo(SchemaStatus.State.OK);
        assertThat(history.entries()).extracting(HistoryEntry::state).containsOnly(HistoryEntry.RevisionState.APPLIED);
        assertThat(derrick().upgrade("head", MigrationListener.NONE)).isEmpty();
        assertThat(derrick().downgrade("base", MigrationListener.NONE)).hasSize(REVISIONS);
    }

    @Test
    void flywaysValidationReportsPendingRevisions() {
        derrick().upgrade("001", MigrationListener.NONE);

        assertThatThrownBy(() -> flyway().validate()).isInstanceOf(FlywayValidateException.class);
    }

    private SchemaMigration derrick() {
        return new SchemaMigration(database.dataSource(), Revisions.packaged());
    }

    private Flyway flyway() {
        return new FluentConfiguration(getClass().getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:migrations")
                .loggers(FlywaySettings.NoOpLog.class.getName())
                .load();
    }

    private List<String> states() {
        return Arrays.stream(flyway().info().all())
                .map(info -> info.getVersion() + " " + info.getState().getDisplayName())
                .sorted()
                .toList();
    }
}
