package derrick.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.name.Names;
import derrick.domain.account.BlacklistedTokens;
import derrick.domain.account.LoginAttempts;
import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.Users;
import derrick.domain.change.ChangeRequests;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.prediction.ModelVersions;
import derrick.domain.prediction.RulPredictions;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.SensorWriter;
import derrick.domain.sensor.exchange.table.TableReader;
import derrick.domain.store.Transactions;
import derrick.domain.systemlog.SystemLogs;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.WellProfiles;
import derrick.persistence.account.JdbiBlacklistedTokens;
import derrick.persistence.account.JdbiLoginAttempts;
import derrick.persistence.account.JdbiPasswordResetTokens;
import derrick.persistence.account.JdbiUsers;
import derrick.persistence.change.JdbiChangeRequests;
import derrick.persistence.maintenance.JdbiMaintenanceAlerts;
import derrick.persistence.maintenance.JdbiMaintenanceSchedules;
import derrick.persistence.prediction.JdbiAnomalyDetections;
import derrick.persistence.prediction.JdbiModelVersions;
import derrick.persistence.prediction.JdbiRulPredictions;
import derrick.persistence.reconciliation.JdbiDvrRecords;
import derrick.persistence.sensor.JdbiSensorRecords;
import derrick.persistence.sensor.exchange.CsvSensorWriter;
import derrick.persistence.sensor.exchange.CsvTableReader;
import derrick.persistence.sensor.exchange.JsonSensorReader;
import derrick.persistence.sensor.exchange.NdjsonSensorWriter;
import derrick.persistence.store.Store;
import derrick.persistence.systemlog.JdbiSystemLogs;
import derrick.persistence.well.JdbiDrillingSessions;
import derrick.persistence.well.JdbiWellProfiles;

/** Binds each port of the domain to its adapter. */
final class PortsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Transactions.class).to(Store.JdbiTransactions.class);
        bind(Users.class).to(JdbiUsers.class);
        bind(LoginAttempts.class).to(JdbiLoginAttempts.class);
        bind(PasswordResetTokens.class).to(JdbiPasswordResetTokens.class);
        bind(BlacklistedTokens.class).to(JdbiBlacklistedTokens.class);
        bind(ChangeRequests.class).to(JdbiChangeRequests.class);
        bind(SystemLogs.class).to(JdbiSystemLogs.class);
        bind(SensorRecords.class).to(JdbiSensorRecords.class);
        bind(RulPredictions.class).to(JdbiRulPredictions.class);
        bind(AnomalyDetections.class).to(JdbiAnomalyDetections.class);
        bind(ModelVersions.class).to(JdbiModelVersions.class);
        bind(DvrRecords.class).to(JdbiDvrRecords.class);
        bind(WellProfiles.class).to(JdbiWellProfiles.class);
        bind(DrillingSessions.class).to(JdbiDrillingSessions.class);
        bind(MaintenanceAlerts.class).to(JdbiMaintenanceAlerts.class);
        bind(MaintenanceSchedules.class).to(JdbiMaintenanceSchedules.class);
        bind(SensorReader.class).annotatedWith(Names.named("json")).toInstance(JsonSensorReader.ofJson());
        bind(SensorReader.class).annotatedWith(Names.named("ndjson")).toInstance(JsonSensorReader.ofNdjson());
        bind(TableReader.class).annotatedWith(Names.named("csv")).to(CsvTableReader.class);
        bind(SensorWriter.class).annotatedWith(Names.named("ndjson")).to(NdjsonSensorWriter.class);
        bind(SensorWriter.class).annotatedWith(Names.named("csv")).to(CsvSensorWriter.class);
    }
}
