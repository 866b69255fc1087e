package derrick.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantitiesTest {
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void quantitiesMustBeFinite(double value) {
        Stream.<DoubleFunction<Record>>of(
                        MeasuredDepth::new,
                        VerticalDepth::new,
                        Northing::new,
                        Easting::new,
                        Inclination::new,
                        Azimuth::new,
                        DoglegSeverity::new,
                        Hours::new,
                        RateOfPenetration::new)
                .forEach(quantity -> assertThatThrownBy(() -> quantity.apply(value))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must be"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(MeasuredDepth::new, -0.1, "must be at least 0 metres, not -0.1"),
                refused(Hours::new, -1e-9, "must be at least 0 hours, not -1.0E-9"),
                refused(RateOfPenetration::new, -1, "must be at least 0 metres an hour, not -1.0"),
                refused(DoglegSeverity::new, -3, "must be at least 0 degrees over 30 m, not -3.0"),
                refused(Inclination::new, -0.1, "must be between 0 and 180 degrees, not -0.1"),
                refused(Inclination::new, 180.1, "must be between 0 and 180 degrees, not 180.1"),
                refused(Azimuth::new, -0.1, "must be at least 0 and less than 360 degrees, not -0.1"),
                refused(Azimuth::new, 360, "must be at least 0 and less than 360 degrees, not 360.0"));
    }

    private static Arguments refused(DoubleFunction<Record> quantity, double value, String reason) {
        return Arguments.of(quantity, value, reason);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void valuesOutOfRangeAreRefused(DoubleFunction<Record> quantity, double value, String reason) {
        assertThatThrownBy(() -> quantity.apply(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "360, 0", "-90, 270", "725, 5", "-1e-20, 0", "359.5, 359.5"})
    void anAngleIsReducedToAnAzimuth(double degrees, double azimuth) {
        assertThat(Azimuth.ofAngle(degrees).degrees()).isEqualTo(azimuth);
    }

    @Test
    void severityAngleAndLengthAreConverted() {
        assertThat(DoglegSeverity.of(45, 450)).isEqualTo(new DoglegSeverity(3));
        assertThat(new DoglegSeverity(3).degreesOver(450)).isEqualTo(45);
        assertThat(new DoglegSeverity(3).metresFor(45)).isEqualTo(450);
        assertThat(new DoglegSeverity(0).metresFor(45)).isInfinite();
    }

    @Test
    void hoursAreAdded() {
        assertThat(Hours.of(Duration.ofMinutes(90)).plus(new Hours(0.25))).isEqualTo(new Hours(1.75));
        assertThat(Hours.of(Duration.ofNanos(3_600_000))).isEqualTo(new Hours(1e-6));
        assertThatThrownBy(() -> Hours.of(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void depthsAreComparedAndSubtracted() {
        assertThat(new MeasuredDepth(30).isDeeperThan(new MeasuredDepth(29.9))).isTrue();
        assertThat(new MeasuredDepth(30).isDeeperThan(new MeasuredDepth(30))).isFalse();
        assertThat(new MeasuredDepth(0).isDeeperThan(new MeasuredDepth(-0.0))).isFalse();
        assertThat(new MeasuredDepth(30).metresBelow(new MeasuredDepth(10))).isEqualTo(20, within(0.0));
    }
}
