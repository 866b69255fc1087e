package derrick.domain.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingsTest {
    @Test
    void aChannelWithoutAValueIsAGap() {
        Readings readings = Readings.of(Map.of(Channel.WOB, 12.5));

        assertThat(readings.get(Channel.WOB)).hasValue(12.5);
        assertThat(readings.get(Channel.ROP)).isEmpty();
        assertThat(readings.has(Channel.ROP)).isFalse();
    }

    @Test
    void readingsOfOnlyGapsAreEmpty() {
        assertThat(Readings.of(Map.of()).isEmpty()).isTrue();
        assertThat(Readings.of(Map.of(Channel.VIBRATION, 0.0)).isEmpty()).isFalse();
    }

    @Test
    void zeroIsAValueAndKeepsItsSign() {
        Readings zero = Readings.of(Map.of(Channel.ROP, 0.0));
        Readings minusZero = Readings.of(Map.of(Channel.ROP, -0.0));

        assertThat(zero).isNotEqualTo(minusZero);
        assertThat(minusZero).isEqualTo(Readings.of(Map.of(Channel.ROP, -0.0))).hasSameHashCodeAs(minusZero);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefused(double value) {
        assertThatThrownBy(() -> Readings.of(Map.of(Channel.WOB, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a finite number, or left out for a gap");
    }

    @Test
    void readingsDoNotChangeWithTheirBuilder() {
        Readings.Builder builder = new Readings.Builder().set(Channel.WOB, 1);
        Readings before = builder.build();

        builder.set(Channel.WOB, 2);

        assertThat(before.get(Channel.WOB)).hasValue(1);
    }
}
