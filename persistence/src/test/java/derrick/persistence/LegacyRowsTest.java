package derrick.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import derrick.domain.maintenance.AlertStatus;
import derrick.domain.maintenance.MaintenanceAlert;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenanceSchedule;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.maintenance.ScheduleStatus;
import derrick.domain.page.Page;
import derrick.domain.page.Pages;
import derrick.domain.prediction.AnomalyDetection;
import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.prediction.ModelActivation;
import derrick.domain.prediction.ModelVersion;
import derrick.domain.prediction.ModelVersions;
import derrick.domain.prediction.RulPrediction;
import derrick.domain.prediction.RulPredictions;
import derrick.domain.reconciliation.DvrRecord;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.reconciliation.DvrStatus;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.TimeRange;
import derrick.domain.well.DrillingSession;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.WellProfile;
import derrick.domain.well.WellProfiles;
import derrick.migrations.adopt.Adoption;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.testing.LegacyDatabase;
import derrick.migrations.testing.TestDatabase;
import derrick.persistence.maintenance.JdbiMaintenanceAlerts;
import derrick.persistence.maintenance.JdbiMaintenanceSchedules;
import derrick.persistence.prediction.JdbiAnomalyDetections;
import derrick.persistence.prediction.JdbiModelVersions;
import derrick.persistence.prediction.JdbiRulPredictions;
import derrick.persistence.reconciliation.JdbiDvrRecords;
import derrick.persistence.store.PooledConnections;
import derrick.persistence.store.Store;
import derrick.persistence.well.JdbiDrillingSessions;
import derrick.persistence.well.JdbiWellProfiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each row of the legacy database that an upgrade keeps is read as an entity and can be updated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegacyRowsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private Store store;

    @BeforeAll
    void adopt() {
        LegacyDatabase.in(database).withDirtyRows();
        Revisions revisions = Revisions.packaged();
        new Adoption(database.dataSource(), revisions, database.scratch(), Duration.ofSeconds(10))
                .adopt(Optional.of("Asia/Tehran"), MigrationListener.NONE);
        new SchemaMigration(database.dataSource(), revisions).upgrade("head", MigrationListener.NONE);
        store = PooledConnections.storeOn(database);
    }

    @Test
    void wellProfilesAreReadAndUpdated() {
        WellProfiles profiles = new JdbiWellProfiles(store);

        List<WellProfile> all = Pages.all(2, profiles::list, WellProfile::cursor);

        assertThat(all)
                .hasSize(rows("well_profiles"))
                .isNotEmpty()
                .allSatisfy(profile ->
                        assertThat(profiles.replace(profile, profile)).isTrue());
    }

    @Test
    void drillingSessionsAreReadAndUpdated() {
        DrillingSessions sessions = new JdbiDrillingSessions(store);

        List<DrillingSession> all = rigs("drilling_sessions").stream()
                .flatMap(rig -> Pages.all(2, page -> sessions.list(rig, page), DrillingSession::cursor).stream())
                .toList();

        assertThat(all)
                .hasSize(rows("drilling_sessions"))
                .isNotEmpty()
                .allSatisfy(session ->
                        assertThat(sessions.replace(session, session)).isTrue());
    }

    @Test
    void maintenanceAlertsAreReadAndUpdated() {
        MaintenanceAlerts alerts = new JdbiMaintenanceAlerts(store);

        List<MaintenanceAlert> all = Stream.of(AlertStatus.values())
                .flatMap(status -> Pages.all(2, page -> alerts.list(status, page), MaintenanceAlert::cursor).stream())
                .toList();

        assertThat(all)
                .hasSize(rows("maintenance_alerts"))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alerts.replace(alert, alert)).isTrue());
    }

    @Test
    void maintenanceSchedulesAreReadAndUpdated() {
        MaintenanceSchedules schedules = new JdbiMaintenanceSchedules(store);

        List<MaintenanceSchedule> all = Stream.of(ScheduleStatus.values())
                .flatMap(status ->
                        Pages.all(2, page -> schedules.list(status, page), MaintenanceSchedule::cursor).stream())
                .toList();

        assertThat(all)
                .hasSize(rows("maintenance_schedules"))
                .isNotEmpty()
                .allSatisfy(work -> assertThat(schedules.replace(work, work)).isTrue());
    }

    @Test
    void rulPredictionsAreReadAndUpdated() {
        RulPredictions predictions = new JdbiRulPredictions(store);

        List<RulPrediction> all = rigs("rul_predictions").stream()
                .flatMap(rig ->
                        Pages.all(2, page -> predictions.list(TimeRange.whole(rig), page), RulPrediction::cursor)
                                .stream())
                .toList();

        assertThat(all)
                .hasSize(rows("rul_predictions"))
                .isNotEmpty()
                .allSatisfy(prediction ->
                        assertThat(predictions.replace(prediction, prediction)).isTrue());
    }

    @Test
    void anomalyDetectionsAreReadAndUpdated() {
        AnomalyDetections detections = new JdbiAnomalyDetections(store);

        List<AnomalyDetection> all = rigs("anomaly_detections").stream()
                .flatMap(rig ->
                        Pages.all(2, page -> detections.list(TimeRange.whole(rig), page), AnomalyDetection::cursor)
                                .stream())
                .toList();

        assertThat(all)
                .hasSize(rows("anomaly_detections"))
                .isNotEmpty()
                .allSatisfy(detection ->
                        assertThat(detections.replace(detection, detection)).isTrue());
    }

    @Test
    void modelVersionsAreReadWithTheirActivations() {
        ModelVersions versions = new JdbiModelVersions(store);
        List<ModelVersion> active = versions.listActive(1000);

        List<ModelVersion> all = active.stream()
                .flatMap(version -> versions.list(version.metadata().model(), Page.first(1000)).stream())
                .toList();

        assertThat(all).hasSize(rows("model_versions")).isNotEmpty();
        assertThat(active).extracting(version -> version.metadata().version()).containsExactly("1", "1.1");
        assertThat(active)
                .allSatisfy(version -> assertThat(
                                versions.listActivations(version.metadata().model(), Page.first(10)))
                        .extracting(ModelActivation::version, activation -> Optional.of(activation.at()))
                        .containsExactly(tuple(version.id(), version.metadata().trainedAt())));
    }

    @Test
    void dvrRecordsAreReadAndUpdated() {
        DvrRecords records = new JdbiDvrRecords(store);

        List<DvrRecord> all = Stream.of(DvrStatus.values())
                .flatMap(status -> Pages.all(2, page -> records.list(status, page), DvrRecord::cursor).stream())
                .toList();

        assertThat(all)
                .hasSize(rows("dvr_process_history"))
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(records.replace(record, record)).isTrue());
    }

    private int rows(String table) {
        return store.query(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }

    private List<RigId> rigs(String table) {
        return store.query(handle -> handle.createQuery("SELECT DISTINCT rig_id FROM " + table)
                .mapTo(String.class)
                .map(RigId::new)
                .list());
    }
}
