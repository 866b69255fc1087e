package derrick.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import derrick.domain.maintenance.AlertDesk;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenancePlanning;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.prediction.AnomalyDesk;
import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.prediction.ModelRegistry;
import derrick.domain.prediction.ModelVersions;
import derrick.domain.prediction.Prognosis;
import derrick.domain.prediction.RulPredictions;
import derrick.domain.reconciliation.DvrHistory;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.well.DrillingSessionLog;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.WellPlanning;
import derrick.domain.well.WellProfiles;
import java.time.Clock;

/** The use cases of the domain, each made from the ports that it works with. */
final class UseCasesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Clock.class).toInstance(Clock.systemUTC());
    }

    @Provides
    SensorIngest sensorIngest(SensorRecords records) {
        return new SensorIngest(records);
    }

    @Provides
    Prognosis prognosis(RulPredictions predictions, Clock clock) {
        return new Prognosis(predictions, clock);
    }

    @Provides
    AnomalyDesk anomalyDesk(AnomalyDetections detections) {
        return new AnomalyDesk(detections);
    }

    @Provides
    ModelRegistry modelRegistry(ModelVersions versions, Clock clock) {
        return new ModelRegistry(versions, clock);
    }

    @Provides
    DvrHistory dvrHistory(DvrRecords records, Clock clock) {
        return new DvrHistory(records, clock);
    }

    @Provides
    WellPlanning wellPlanning(WellProfiles profiles, Clock clock) {
        return new WellPlanning(profiles, clock);
    }

    @Provides
    DrillingSessionLog drillingSessionLog(DrillingSessions sessions, Clock clock) {
        return new DrillingSessionLog(sessions, clock);
    }

    @Provides
    AlertDesk alertDesk(MaintenanceAlerts alerts, Clock clock) {
        return new AlertDesk(alerts, clock);
    }

    @Provides
    MaintenancePlanning maintenancePlanning(MaintenanceSchedules schedules, Clock clock) {
        return new MaintenancePlanning(schedules, clock);
    }
}
