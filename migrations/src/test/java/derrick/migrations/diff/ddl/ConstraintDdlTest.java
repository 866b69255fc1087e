package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Constraint;
import derrick.migrations.diff.TestCatalog;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintDdlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PRIMARY KEY (id) | (id) | PRIMARY KEY USING INDEX k
            UNIQUE (a, b) | (a, b) | UNIQUE USING INDEX k
            UNIQUE NULLS NOT DISTINCT (a) | (a) NULLS NOT DISTINCT | UNIQUE USING INDEX k
            UNIQUE (a) INCLUDE (b) | (a) INCLUDE (b) | UNIQUE USING INDEX k
            UNIQUE (a) WITH (fillfactor='70') | (a) WITH (fillfactor='70') | UNIQUE USING INDEX k
            UNIQUE (a) DEFERRABLE INITIALLY DEFERRED | (a) | UNIQUE USING INDEX k DEFERRABLE INITIALLY DEFERRED
            """)
    void aKeyCanTakeOverAnIndex(String definition, String columns, String usingIndex) {
        assertThat(ConstraintDdl.usingIndex(TestCatalog.constraint("k", Constraint.Type.UNIQUE, definition), "k"))
                .contains(new ConstraintDdl.KeyUsingIndex(columns, usingIndex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECK (a > 0)", "EXCLUDE USING gist (a WITH &&)", "UNIQUE (a, b WITHOUT OVERLAPS)"})
    void otherConstraintsCannotTakeOverAnIndex(String definition) {
        assertThat(ConstraintDdl.usingIndex(TestCatalog.constraint("k", Constraint.Type.CHECK, definition), "k"))
                .isEmpty();
    }

    @Test
    void aConstraintIsAddedWithItsValidityAndComment() {
        Constraint constraint =
                new Constraint("Few", Constraint.Type.CHECK, "CHECK (a < 9)", false, Optional.of("few"));

        assertThat(ConstraintDdl.create("rig", constraint))
                .containsExactly(
                        "ALTER TABLE rig ADD CONSTRAINT \"Few\" CHECK (a < 9) NOT VALID",
                        "COMMENT ON CONSTRAINT \"Few\" ON rig IS 'few'");
        assertThat(ConstraintDdl.drop("rig", constraint)).isEqualTo("ALTER TABLE rig DROP CONSTRAINT \"Few\"");
        assertThat(ConstraintDdl.validate("rig", "few")).isEqualTo("ALTER TABLE rig VALIDATE CONSTRAINT few");
    }
}
