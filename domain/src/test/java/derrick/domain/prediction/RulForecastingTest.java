package derrick.domain.prediction;

import static derrick.domain.prediction.RulPredictionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.prediction.RulForecasting.FailureAlreadyRecorded;
import derrick.domain.rig.RigId;
import derrick.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RulForecastingTest {
    private static final RigId RIG = new RigId("F-9A");

    private final InMemoryRulPredictions predictions = new InMemoryRulPredictions();
    private final SettableClock clock = new SettableClock(NOON.plusNanos(1));
    private final RulForecasting forecasting = new RulForecasting(predictions, clock);

    @Test
    void aPredictionIsStoredWithTheCurrentTime() {
        RulPrediction prediction = forecasting.recordPrediction(
                RIG, "top drive", new RemainingLife(90), new Confidence(0.7), "lstm 2", Optional.of("order bearings"));

        assertThat(prediction)
                .isEqualTo(new RulPrediction(
                        prediction.id(),
                        RIG,
                        "top drive",
                        new RemainingLife(90),
                        new Confidence(0.7),
                        "lstm 2",
                        NOON,
                        Optional.of("order bearings"),
                        Optional.empty()));
        assertThat(predictions.find(prediction.id())).contains(prediction);
    }

    @Test
    void aFailureIsRecorded() {
        RulPredictionId id = prediction();
        clock.advance(Duration.ofHours(80));

        forecasting.recordFailure(id, NOON.plus(Duration.ofHours(79)));

        assertThat(predictions.find(id).orElseThrow().failedAt()).contains(NOON.plus(Duration.ofHours(79)));
    }

    @Test
    void aFailureInTheFutureIsRefused() {
        RulPredictionId id = prediction();

        assertThatThrownBy(() -> forecasting.recordFailure(id, NOON.plusNanos(1000)))
                .isInstanceOf(InvalidField.class)
                .hasMessage("actual_failure_time must not lie in the future");
        assertThat(predictions.find(id).orElseThrow().failedAt()).isEmpty();
    }

    @Test
    void aSecondFailureIsReported() {
        RulPredictionId id = prediction();
        clock.advance(Duration.ofHours(1));
        Instant first = NOON.plusSeconds(1);
        forecasting.recordFailure(id, first);

        assertThatThrownBy(() -> forecasting.recordFailure(id, NOON.plusSeconds(2)))
                .isInstanceOf(FailureAlreadyRecorded.class)
                .hasMessageContaining("failed at %s and cannot fail at %s", first, NOON.plusSeconds(2));
        assertThat(predictions.find(id).orElseThrow().failedAt()).contains(first);
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> forecasting.recordFailure(new RulPredictionId(404), NOON))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no RUL prediction 404");
    }

    private RulPredictionId prediction() {
        return forecasting
                .recordPrediction(
                        RIG, "top drive", new RemainingLife(90), new Confidence(0.7), "lstm 2", Optional.empty())
                .id();
    }
}
