package derrick.domain.prediction;

import java.util.Locale;

/** How much an anomaly matters, the least first. */
public enum AnomalySeverity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
