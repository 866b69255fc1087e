package derrick.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import derrick.domain.account.BlacklistedTokens;
import derrick.domain.account.LoginAttempts;
import derrick.domain.account.LoginGuard;
import derrick.domain.account.PasswordReset;
import derrick.domain.account.PasswordResetTokens;
import derrick.domain.account.TokenRevocation;
import derrick.domain.account.UserAdministration;
import derrick.domain.account.Users;
import derrick.domain.change.ChangeRequests;
import derrick.domain.change.ChangeReview;
import derrick.domain.maintenance.AlertHandling;
import derrick.domain.maintenance.MaintenanceAlerts;
import derrick.domain.maintenance.MaintenancePlanning;
import derrick.domain.maintenance.MaintenanceSchedules;
import derrick.domain.prediction.AnomalyDetections;
import derrick.domain.prediction.AnomalyReview;
import derrick.domain.prediction.ModelRegistry;
import derrick.domain.prediction.ModelVersions;
import derrick.domain.prediction.RulForecasting;
import derrick.domain.prediction.RulPredictions;
import derrick.domain.reconciliation.DvrHistory;
import derrick.domain.reconciliation.DvrRecords;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.store.Transactions;
import derrick.domain.systemlog.SystemJournal;
import derrick.domain.systemlog.SystemLogs;
import derrick.domain.well.DrillingSessionLog;
import derrick.domain.well.DrillingSessions;
import derrick.domain.well.WellPlanning;
import derrick.domain.well.WellProfiles;
import java.security.SecureRandom;
import java.time.Clock;

/** Creates the use cases of the domain from the ports that each one needs. */
final class UseCasesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(SecureRandom.class).toInstance(new SecureRandom());
    }

    @Provides
    SensorIngest sensorIngest(SensorRecords records, Transactions transactions) {
        return new SensorIngest(records, transactions);
    }

    @Provides
    RulForecasting rulForecasting(RulPredictions predictions, Clock clock) {
        return new RulForecasting(predictions, clock);
    }

    @Provides
    AnomalyReview anomalyReview(AnomalyDetections detections) {
        return new AnomalyReview(detections);
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
    AlertHandling alertHandling(MaintenanceAlerts alerts, Clock clock) {
        return new AlertHandling(alerts, clock);
    }

    @Provides
    MaintenancePlanning maintenancePlanning(MaintenanceSchedules schedules, Clock clock) {
        return new MaintenancePlanning(schedules, clock);
    }

    @Provides
    ChangeReview changeReview(ChangeRequests requests, Clock clock) {
        return new ChangeReview(requests, clock);
    }

    @Provides
    UserAdministration userAdministration(Users users, Clock clock) {
        return new UserAdministration(users, clock);
    }

    @Provides
    LoginGuard loginGuard(Users users, LoginAttempts attempts, Clock clock) {
        return new LoginGuard(users, attempts, clock);
    }

    @Provides
    PasswordReset passwordReset(
            Users users, PasswordResetTokens tokens, Transactions transactions, SecureRandom random, Clock clock) {
        return new PasswordReset(users, tokens, transactions, random, clock);
    }

    @Provides
    TokenRevocation tokenRevocation(BlacklistedTokens tokens, Clock clock) {
        return new TokenRevocation(tokens, clock);
    }

    @Provides
    SystemJournal systemJournal(SystemLogs logs, Clock clock) {
        return new SystemJournal(logs, clock);
    }
}
