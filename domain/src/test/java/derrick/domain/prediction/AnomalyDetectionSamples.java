package derrick.domain.prediction;

import derrick.domain.prediction.Investigation.Investigated;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Anomaly detections for tests. */
public final class AnomalyDetectionSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final double[] SCORES = {0.0, -0.0, Double.MIN_VALUE, 0.1 + 0.2, Math.nextDown(1.0), 1.0};

    private AnomalyDetectionSamples() {}

    /** Returns an open anomaly. */
    public static AnomalyDetection open(AnomalyDetectionId id, RigId rig, Instant at) {
        return new AnomalyDetection(
                id,
                rig,
                at,
                true,
                new AnomalyScore(0.9),
                List.of("mud_pressure", "torque"),
                AnomalySeverity.HIGH,
                Optional.of("pressure up, flow steady, torque up"),
                new Open());
    }

    /** Returns an investigation of each type. */
    public static List<Investigation> everyInvestigation() {
        return List.of(new Open(), new Investigated("𝄞 pack-off;\nworked the pipe free"));
    }

    /** Returns detections with each investigation and severity, extreme scores and long texts. */
    public static List<AnomalyDetection> everyKind(Supplier<AnomalyDetectionId> ids, RigId rig) {
        List<AnomalyDetection> kinds = new ArrayList<>();
        AnomalyDetection open = open(ids.get(), rig, NOON.plus(1, ChronoUnit.MICROS));
        kinds.add(open);
        for (Investigation investigation : everyInvestigation()) {
            kinds.add(copy(open, ids.get(), open.score(), List.of(), AnomalySeverity.LOW, investigation));
        }
        for (AnomalySeverity severity : AnomalySeverity.values()) {
            kinds.add(copy(open, ids.get(), open.score(), List.of("b", "a", "b"), severity, new Open()));
        }
        for (double score : SCORES) {
            kinds.add(copy(open, ids.get(), new AnomalyScore(score), List.of("rop"), AnomalySeverity.LOW, new Open()));
        }
        List<String> names = List.of("", "𝄞", "a,b", "{\"c\"}", "'\\\n\t\u0001", "null", "NULL", "é".repeat(5000));
        kinds.add(copy(open, ids.get(), open.score(), names, AnomalySeverity.CRITICAL, new Open()));
        return kinds;
    }

    /** Returns a detection of normal readings without a description. */
    private static AnomalyDetection copy(
            AnomalyDetection open,
            AnomalyDetectionId id,
            AnomalyScore score,
            List<String> names,
            AnomalySeverity severity,
            Investigation investigation) {
        return new AnomalyDetection(
                id, open.rig(), open.time(), !open.anomaly(), score, names, severity, Optional.empty(), investigation);
    }
}
