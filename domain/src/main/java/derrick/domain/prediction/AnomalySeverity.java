package derrick.domain.prediction;

import java.util.Locale;

/** The severity of an anomaly, in ascending order. */
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
