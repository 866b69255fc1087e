package derrick.domain.maintenance;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * The component, type, severity and message of an alert.
 *
 * @param type the type of the problem, such as {@code vibration}; any text
 * @param failureExpectedAt the predicted time of the component's failure, if there is a prediction
 */
public record AlertDetails(
        String component, String type, AlertSeverity severity, String message, Optional<Instant> failureExpectedAt) {
    private static final int MAX_COMPONENT_LENGTH = 100;
    private static final int MAX_TYPE_LENGTH = 50;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public AlertDetails {
        Require.text("component", component, MAX_COMPONENT_LENGTH);
        Require.text("alert_type", type, MAX_TYPE_LENGTH);
        Require.text("message", message, Require.MAX_TEXT_LENGTH);
        failureExpectedAt.ifPresent(time -> Require.time("predicted_failure_time", time));
    }
}
