package derrick.domain.prediction;

import static derrick.domain.prediction.AnomalyDetectionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.failure.IllegalTransition;
import derrick.domain.failure.NotFound;
import derrick.domain.field.InvalidField;
import derrick.domain.prediction.Investigation.Investigated;
import derrick.domain.prediction.Investigation.Open;
import derrick.domain.rig.RigId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnomalyReviewTest {
    private static final RigId RIG = new RigId("F-9A");
    private static final AnomalyDetection OPEN =
            AnomalyDetectionSamples.open(new AnomalyDetectionId(7), new RigId("F-9A"), NOON);

    private final InMemoryAnomalyDetections detections = new InMemoryAnomalyDetections();
    private final AnomalyReview review = new AnomalyReview(detections);

    @Test
    void aNewDetectionIsOpen() {
        AnomalyDetection detection = review.record(
                RIG,
                NOON,
                true,
                new AnomalyScore(0.9),
                List.of("torque"),
                AnomalySeverity.HIGH,
                Optional.of("stick-slip"));

        assertThat(detection)
                .isEqualTo(new AnomalyDetection(
                        detection.id(),
                        RIG,
                        NOON,
                        true,
                        new AnomalyScore(0.9),
                        List.of("torque"),
                        AnomalySeverity.HIGH,
                        Optional.of("stick-slip"),
                        new Open()));
        assertThat(detections.find(detection.id())).contains(detection);
    }

    @Test
    void anInvestigationHasNotes() {
        AnomalyDetection detection = recordAnomaly();

        review.investigate(detection.id(), "bit balled up");

        AnomalyDetection now = detections.find(detection.id()).orElseThrow();
        assertThat(now.investigation()).isEqualTo(new Investigated("bit balled up"));
        assertThat(now)
                .usingRecursiveComparison()
                .ignoringFields("investigation")
                .isEqualTo(detection);
    }

    @Test
    void anInvestigationNeedsNotes() {
        AnomalyDetection detection = recordAnomaly();

        assertThatThrownBy(() -> review.investigate(detection.id(), ""))
                .isInstanceOf(InvalidField.class)
                .hasMessage("investigation_notes must be 1 to 1000000 characters");
        assertThat(detections.find(detection.id())).contains(detection);
    }

    @Test
    void anAnomalyIsInvestigatedOnce() {
        AnomalyDetectionId id = recordAnomaly().id();
        review.investigate(id, "bit balled up");

        assertThatThrownBy(() -> review.investigate(id, "no, a washout"))
                .isInstanceOf(IllegalTransition.class)
                .hasMessage("anomaly detection %s is investigated and cannot become investigated", id);
        assertThat(detections.find(id).orElseThrow().investigation()).isEqualTo(new Investigated("bit balled up"));
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThatThrownBy(() -> review.investigate(new AnomalyDetectionId(404), "nothing"))
                .isInstanceOf(NotFound.class)
                .hasMessage("there is no anomaly detection 404");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, 80, Double.NaN})
    void aScoreIsBetweenZeroAndOne(double score) {
        assertThatThrownBy(() -> new AnomalyScore(score))
                .isInstanceOf(InvalidField.class)
                .hasMessage("anomaly_score must be a number from 0 to 1");
    }

    @Test
    void invalidValuesAreReportedWithTheirField() {
        AnomalyScore score = new AnomalyScore(0.9);
        assertThatThrownBy(() -> review.record(
                        RIG, NOON.plusNanos(1), true, score, List.of(), AnomalySeverity.LOW, Optional.empty()))
                .hasMessage("timestamp must not be finer than a microsecond");
        assertThatThrownBy(() ->
                        review.record(RIG, NOON, true, score, List.of("\0"), AnomalySeverity.LOW, Optional.empty()))
                .hasMessageStartingWith("affected_parameters must not contain");
        assertThatThrownBy(() ->
                        review.record(RIG, NOON, true, score, List.of(), AnomalySeverity.LOW, Optional.of("\ud834")))
                .hasMessageStartingWith("description must not contain");
        assertThatThrownBy(() -> new AnomalyDetectionId(0)).hasMessage("id must be 1 or more");
    }

    private AnomalyDetection recordAnomaly() {
        return review.record(
                RIG, NOON, true, OPEN.score(), OPEN.affectedParameters(), OPEN.severity(), OPEN.description());
    }
}
