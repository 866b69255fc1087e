package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.SensorReader;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NdjsonSensorReaderTest {
    private static final String GOOD = "{\"rig_id\":\"F-9A\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"wob\":1.5}";

    private final SensorReader reader = JsonSensorReader.ofNdjson();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void eachLineIsARecordAndBlankLinesAreSkipped(String end) {
        RowLog log = Documents.read(reader, GOOD + end + end + "  " + end + GOOD + end);

        assertThat(log.rows()).containsExactly(1L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999.25", "-999.2500", "-9999", "-32768.0"})
    void aNullMarkerIsAGap(String number) {
        DocumentRows rows = reader.rows(
                Documents.bytes(GOOD.replace("1.5", number + ",\"rop\":12,\"torque\":9999") + "\n"
                        + GOOD.replace("1.5", "-999.26")),
                Optional.empty(),
                NullMarkers.USUAL);
        RowLog log = new RowLog();
        rows.readAll(log);

        assertThat(log.records())
                .extracting(record -> record.readings().get(Channel.WOB))
                .containsExactly(OptionalDouble.empty(), OptionalDouble.of(-999.26));
        assertThat(rows.gaps()).isEqualTo(Map.of(number, 1L));
        assertThat(rows.suspects()).isEqualTo(Map.of("9999 in torque", 1L));
    }

    @Test
    void nullMarkersCanBeAdded() {
        RowLog log = new RowLog();
        reader.rows(Documents.bytes(GOOD), Optional.empty(), NullMarkers.USUAL.and("1.5"))
                .readAll(log);

        assertThat(log.rejects()).extracting(Reject::field).containsExactly("channels");
    }

    @Test
    void theLastLineNeedsNoLineEnd() {
        assertThat(Documents.read(reader, GOOD + "\n" + GOOD).rows()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n \n"})
    void aDocumentMayBeEmpty(String document) {
        assertThat(Documents.read(reader, document).rows()).isEmpty();
    }

    @Test
    void aWrongValueRejectsItsLineOnly() {
        RowLog log = Documents.read(reader, GOOD + "\n\n{\"rig_id\":\"F 9\"}\n" + GOOD);

        assertThat(log.rows()).containsExactly(1L, 4L);
        assertThat(log.rejects()).extracting(Reject::row).containsExactly(3L);
    }

    @Test
    void aLineWithoutARigHasTheRigOfTheDocument() {
        RowLog log = Documents.read(reader, GOOD.replace("\"rig_id\":\"F-9A\",", ""), new RigId("F-15C"));

        assertThat(log.records()).extracting(record -> record.rig().value()).containsExactly("F-15C");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "GOOD GOOD, row 1: must hold one object only",
                "`GOOD\nGOOD{}`, row 2: must hold one object only",
                "`GOOD\n{\n}`, row 2: must hold a whole object",
                "`GOOD\n\n{\"wob\":1`, `row 3, wob: the document is incomplete`",
                "`GOOD,\nGOOD`, row 1: this is not valid JSON",
                "`GOOD\n\nx`, row 3: this is not valid JSON",
                "`GOOD\n[GOOD]`, row 2: must be an object",
                "`GOOD\n7`, row 2: must be an object",
                "`GOOD\n{\"wob\":\"7\"}`, `row 2, wob: must be a number, or null for a gap`",
                "`GOOD\n{\"wob\":NaN}`, `row 2, wob: this is not valid JSON at line 2`"
            })
    void aLineThatIsNotOneObjectMakesTheDocumentMalformed(String document, String message) {
        assertThatThrownBy(() -> Documents.read(reader, document.replace("GOOD", GOOD)))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Documents.read(reader, "\uFEFF" + GOOD).rows()).containsExactly(1L);
    }
}
