package derrick.domain.maintenance;

import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * What an alert is about.
 *
 * @param type the kind of trouble, in the words of whoever found it
 * @param failureExpectedAt when the component is likely to fail, if anybody can tell
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
