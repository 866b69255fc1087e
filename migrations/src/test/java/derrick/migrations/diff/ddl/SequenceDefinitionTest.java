package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.diff.TestCatalog;
import derrick.migrations.diff.ddl.ColumnDdl.SequenceDefinition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceDefinitionTest {
    private static final String INTEGER = "integer START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1";
    private static final String BIGINT = "bigint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1";
    private static final String SMALLINT = "smallint START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 32767 CACHE 1";

    @Test
    void theSequenceOfAnIdentityColumnHasNoName() {
        SequenceDefinition sequence = SequenceDefinition.of(TestCatalog.column(
                        "id", "bigint", false, new ColumnDefault.Identity(true), Optional.of(BIGINT)))
                .orElseThrow();

        assertThat(sequence.isIdentity()).isTrue();
        assertThat(sequence.hasDefaultOptions()).isTrue();
        assertThat(sequence.options()).isEqualTo("START 1 INCREMENT 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rig | rig_id_seq | integer | true
            yard.rig | yard.rig_id_seq | integer | true
            "Rig" | "Rig_id_seq" | integer | true
            rig | ticket | integer | false
            rig | yard.rig_id_seq | integer | false
            rig | rig_id_seq | bigint | false
            """)
    void aSequenceIsSerialIfItHasTheDefaultNameAndOptions(
            String table, String name, String columnType, boolean serial) {
        Column column = serial("nextval('%s'::regclass)".formatted(name), columnType, false);

        assertThat(SequenceDefinition.of(column).orElseThrow().isSerial(table, column))
                .isEqualTo(serial);
    }

    @Test
    void aNullableColumnIsNotSerial() {
        Column column = serial("nextval('rig_id_seq'::regclass)", "integer", true);

        assertThat(SequenceDefinition.of(column).orElseThrow().isSerial("rig", column))
                .isFalse();
    }

    @Test
    void aQuoteInTheNameOfASequenceIsUnescaped() {
        assertThat(SequenceDefinition.of(serial("nextval('\"it''s\"'::regclass)", "integer", false)))
                .contains(new SequenceDefinition(Optional.of("\"it's\""), INTEGER));
    }

    @Test
    void anyOtherDefaultHasNoSequence() {
        assertThat(SequenceDefinition.of(serial("nextval('a'::regclass) + 1", "integer", false)))
                .isEmpty();
        assertThat(SequenceDefinition.of(TestCatalog.column("id", "integer"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"smallint, true", "integer, false"})
    void theDefaultMaximumDependsOnTheType(String type, boolean defaults) {
        String definition = SMALLINT.replace("smallint", type);

        assertThat(new SequenceDefinition(Optional.empty(), definition).hasDefaultOptions())
                .isEqualTo(defaults);
    }

    @Test
    void anOptionIsReadByItsName() {
        SequenceDefinition sequence = new SequenceDefinition(
                Optional.empty(), "integer START -5 INCREMENT -1 MINVALUE -9 MAXVALUE -1 CACHE 1");

        assertThat(sequence.option("START")).isEqualTo(-5);
        assertThat(sequence.option("INCREMENT")).isEqualTo(-1);
        assertThatThrownBy(() -> sequence.option("CYCLE")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Column serial(String expression, String type, boolean nullable) {
        return TestCatalog.column("id", type, nullable, new ColumnDefault.Default(expression), Optional.of(INTEGER));
    }
}
