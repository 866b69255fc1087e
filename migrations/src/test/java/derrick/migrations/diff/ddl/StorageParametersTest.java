package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageParametersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | fillfactor=70 | ALTER TABLE rig SET (fillfactor = 70)
            fillfactor=70 | - | ALTER TABLE rig RESET (fillfactor)
            fillfactor=70 | fillfactor=80 | ALTER TABLE rig SET (fillfactor = 80)
            a=1, b=2 | b=2, c=3 | ALTER TABLE rig SET (c = 3); ALTER TABLE rig RESET (a)
            security_barrier | security_barrier=false | ALTER TABLE rig SET (security_barrier = false)
            b=2, a=1 | c=1 | ALTER TABLE rig SET (c = 1); ALTER TABLE rig RESET (a, b)
            """)
    void onlyWhatDiffersIsSetOrReset(String before, String after, String statements) {
        assertThat(StorageParameters.step("ALTER TABLE rig", Optional.ofNullable(before), Optional.ofNullable(after))
                        .up())
                .containsExactly(statements.split("; ", -1));
    }

    @Test
    void theDowngradeIsTheReverse() {
        assertThat(StorageParameters.step("ALTER VIEW v", Optional.of("a=1"), Optional.of("b=2"))
                        .down())
                .containsExactly("ALTER VIEW v SET (a = 1)", "ALTER VIEW v RESET (b)");
    }
}
