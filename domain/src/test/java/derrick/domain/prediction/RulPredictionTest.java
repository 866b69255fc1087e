package derrick.domain.prediction;

import static derrick.domain.prediction.RulPredictionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.field.InvalidField;
import derrick.domain.prediction.RulForecasting.FailureAlreadyRecorded;
import derrick.domain.rig.RigId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RulPredictionTest {
    private static final RulPrediction OPEN =
            RulPredictionSamples.plain(new RulPredictionId(7), new RigId("F-9A"), NOON);

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void remainingLifeIsZeroOrMore(double hours) {
        assertThatThrownBy(() -> new RemainingLife(hours))
                .isInstanceOf(InvalidField.class)
                .hasMessage("predicted_rul must be a finite number of hours, 0 or more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, 80, Double.NaN})
    void confidenceIsBetweenZeroAndOne(double confidence) {
        assertThatThrownBy(() -> new Confidence(confidence))
                .isInstanceOf(InvalidField.class)
                .hasMessage("confidence must be a number from 0 to 1");
    }

    @Test
    void aFailureIsAddedToThePrediction() {
        RulPrediction failed = OPEN.withFailure(NOON);

        assertThat(failed.failedAt()).contains(NOON);
        assertThat(failed).usingRecursiveComparison().ignoringFields("failedAt").isEqualTo(OPEN);
    }

    @Test
    void aFailureIsRecordedOnce() {
        assertThatThrownBy(() -> OPEN.withFailure(NOON).withFailure(NOON.plusSeconds(1)))
                .isInstanceOf(FailureAlreadyRecorded.class)
                .hasMessage("the component of RUL prediction 7 failed at 2026-03-01T12:00:00Z"
                        + " and cannot fail at 2026-03-01T12:00:01Z");
    }

    @Test
    void aFailureBeforeThePredictionIsRefused() {
        assertThatThrownBy(() -> OPEN.withFailure(NOON.minusNanos(1000)))
                .isInstanceOf(InvalidField.class)
                .hasMessage("actual_failure_time must not lie before timestamp, 2026-03-01T12:00:00Z");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        assertThatThrownBy(() -> prediction("", "m", NOON, "")).hasMessage("component must be 1 to 100 characters");
        assertThatThrownBy(() -> prediction("c", "m".repeat(51), NOON, ""))
                .hasMessage("model_used must be at most 50 characters");
        assertThatThrownBy(() -> prediction("c", "m", NOON.plusNanos(1), ""))
                .hasMessage("timestamp must not be finer than a microsecond");
        assertThatThrownBy(() -> prediction("c", "m", NOON, "\0"))
                .hasMessageStartingWith("recommendation must not contain");
        assertThatThrownBy(() -> OPEN.withFailure(NOON.plusNanos(1)))
                .hasMessage("actual_failure_time must not be finer than a microsecond");
        assertThatThrownBy(() -> new RulPredictionId(0)).hasMessage("id must be 1 or more");
    }

    private static RulPrediction prediction(String component, String model, Instant at, String recommendation) {
        return new RulPrediction(
                OPEN.id(),
                OPEN.rig(),
                component,
                OPEN.remaining(),
                OPEN.confidence(),
                model,
                at,
                Optional.of(recommendation),
                Optional.empty());
    }
}
