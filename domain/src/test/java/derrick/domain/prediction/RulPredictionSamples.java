package derrick.domain.prediction;

import derrick.domain.rig.RigId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Predictions of remaining useful life for tests. */
public final class RulPredictionSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final double[] HOURS = {0.0, -0.0, Double.MIN_VALUE, 1.0 / 3, 412.5, Double.MAX_VALUE};
    private static final double[] CONFIDENCES = {0.0, -0.0, Double.MIN_VALUE, 0.1 + 0.2, Math.nextDown(1.0), 1.0};

    private RulPredictionSamples() {}

    /** Returns a prediction for a pump at a time. */
    public static RulPrediction plain(RulPredictionId id, RigId rig, Instant at) {
        return new RulPrediction(
                id,
                rig,
                "mud pump 2",
                new RemainingLife(412.5),
                new Confidence(0.8),
                "rul-lstm 2.1.0",
                at,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns predictions with extreme numbers and the longest texts, with and without a failure. */
    public static List<RulPrediction> everyKind(Supplier<RulPredictionId> ids, RigId rig) {
        List<RulPrediction> kinds = new ArrayList<>();
        Instant at = NOON.plus(1, ChronoUnit.MICROS);
        kinds.add(plain(ids.get(), rig, at));
        kinds.add(plain(ids.get(), rig, at).withFailure(at));
        kinds.add(plain(ids.get(), rig, at).withFailure(at.plus(1, ChronoUnit.MICROS)));
        for (double hours : HOURS) {
            kinds.add(copy(plain(ids.get(), rig, at), new RemainingLife(hours), new Confidence(0.5)));
        }
        for (double confidence : CONFIDENCES) {
            kinds.add(copy(plain(ids.get(), rig, at), new RemainingLife(1), new Confidence(confidence)));
        }
        for (String text : List.of("", "\"'\\ \n".repeat(1000), "𝄞 replace the liner")) {
            kinds.add(new RulPrediction(
                    ids.get(),
                    rig,
                    "𝄞".repeat(100),
                    new RemainingLife(1),
                    new Confidence(1),
                    "é".repeat(50),
                    at,
                    Optional.of(text),
                    Optional.empty()));
        }
        return kinds;
    }

    private static RulPrediction copy(RulPrediction plain, RemainingLife remaining, Confidence confidence) {
        return new RulPrediction(
                plain.id(),
                plain.rig(),
                plain.component(),
                remaining,
                confidence,
                plain.model(),
                plain.predictedAt(),
                plain.recommendation(),
                plain.failedAt());
    }
}
