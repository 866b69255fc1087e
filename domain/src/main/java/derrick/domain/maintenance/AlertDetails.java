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
    private static final int LONGEST_COMPONENT = 100;
    private static final int LONGEST_TYPE = 50;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public AlertDetails {
        Require.text("component", component, LONGEST_COMPONENT);
        Require.text("alert_type", type, LONGEST_TYPE);
        Require.text("message", message, Require.LONGEST_TEXT);
        failureExpectedAt.ifPresent(time -> Require.time("predicted_failure_time", time));
    }
}
