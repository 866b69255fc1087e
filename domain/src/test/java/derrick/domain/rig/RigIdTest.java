package derrick.domain.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RigIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"F-9A", "rig_1", "a", "15.9-F-9A", "01234567890123456789012345678901234567890123456789"})
    void aRigNameHasLettersDigitsDotsDashesAndUnderscores(String name) {
        assertThat(new RigId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "15/9-F-9A",
                "rig 1",
                "rig\n",
                "ríg",
                "012345678901234567890123456789012345678901234567890"
            })
    void anyOtherNameIsRefused(String name) {
        assertThatThrownBy(() -> new RigId(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be 1 to 50 letters, digits, '.', '-' or '_'");
    }
}
