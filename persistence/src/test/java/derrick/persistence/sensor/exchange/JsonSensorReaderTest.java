package derrick.persistence.sensor.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.SensorStatus;
import derrick.domain.sensor.TimeSource;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.SensorReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonSensorReaderTest {
    private static final String GOOD = "{\"rig_id\":\"F-9A\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"wob\":1.5}";

    private final SensorReader reader = JsonSensorReader.ofJson();

    @Test
    void anObjectIsARecord() {
        RowLog log = Documents.read(reader, """
                {"status": "tripping", "hook_load": 95.25, "depth": 1206, "time_source": "derived",
                 "timestamp": "2026-03-01T13:00:00.000001+01:00", "rig_id": "F-9A"}
                """);

        assertThat(log.rejects()).isEmpty();
        assertThat(log.rows()).containsExactly(1L);
        assertThat(log.records())
                .containsExactly(new SensorRecord(
                        new RigId("F-9A"),
                        Instant.parse("2026-03-01T12:00:00.000001Z"),
                        TimeSource.DERIVED,
                        Readings.of(Map.of(Channel.HOOK_LOAD, 95.25, Channel.DEPTH, 1206.0)),
                        new SensorStatus("tripping")));
    }

    @Test
    void eachObjectOfAnArrayIsARecord() {
        assertThat(Documents.read(reader, "[" + GOOD + ",\n" + GOOD + "]").rows())
                .containsExactly(1L, 2L);
        assertThat(Documents.read(reader, " [ ] ").rows()).isEmpty();
    }

    @Test
    void nullIsAMissingField() {
        RowLog log = Documents.read(reader, GOOD.replace("}", ",\"rpm\":null,\"status\":null,\"time_source\":null}"));

        assertThat(log.records())
                .containsExactly(SensorRecord.measured(
                        new RigId("F-9A"),
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Readings.of(Map.of(Channel.WOB, 1.5))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{}`, rig_id, is missing",
                "`{\"rig_id\":null}`, rig_id, is missing",
                "`{\"rig_id\":\"F 9\"}`, rig_id, `must be 1 to 50 letters, digits, '.', '-' or '_'`",
                "`{\"rig_id\":\"F\"}`, timestamp, is missing",
                "`{\"rig_id\":\"F\",\"timestamp\":\"now\"}`, timestamp,"
                        + " must be an RFC 3339 time such as 2026-03-01T12:00:00Z",
                "`{\"rig_id\":\"F\",\"timestamp\":\"2026-03-01T12:00:00\"}`, timestamp,"
                        + " has no offset; write one (…Z or …+03:30) or name the time zone",
                "`{\"rig_id\":\"F\",\"timestamp\":\"2026-03-01T12:00:00Z\"}`, channels, no channel has a value",
                "`{\"wob\":1,\"status\":\"\"}`, status, must be 1 to 20 printable characters",
                "`{\"wob\":1,\"time_source\":\"guessed\"}`, time_source, must be 'measured' or 'derived'"
            })
    void aWrongValueRejectsItsRowOnly(String object, String field, String reason) {
        RowLog log = Documents.read(reader, "[" + object + "," + GOOD + "]");

        assertThat(log.rejects()).containsExactly(new Reject(1, field, reason));
        assertThat(log.rows()).containsExactly(2L);
    }

    @Test
    void aRowWithoutARigHasTheRigOfTheDocument() {
        String rows = "[" + GOOD.replace("\"rig_id\":\"F-9A\",", "") + "," + GOOD + "]";
        RowLog log = Documents.read(reader, rows, new RigId("F-15C"));

        assertThat(log.records()).extracting(record -> record.rig().value()).containsExactly("F-15C");
        assertThat(log.rejects())
                .containsExactly(new Reject(2, "rig_id", "is 'F-9A', but the document is said to be of 'F-15C'"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"wob\":\"7\"`, wob, must be a number",
                "`\"wob\":true`, wob, must be a number",
                "`\"wob\":{}`, wob, must be a number",
                "`\"wob\":[1]`, wob, must be a number",
                "`\"wob\":NaN`, wob, must be a number",
                "`\"wob\":\"NaN\"`, wob, must be a number",
                "`\"wob\":Infinity`, wob, must be a number",
                "`\"wob\":-INF`, wob, must be a number",
                "`\"wob\":1e400`, wob, is too large",
                "`\"wob\":-1e400`, wob, is too large",
                "`\"wob\":1e-400`, wob, is too close to zero",
                "`\"wob\":01`, wob, must be a number",
                "`\"wob\":.5`, wob, must be a number",
                "`\"wob\":+5`, wob, must be a number",
                "`\"wob\":0x10`, wob, is not valid JSON",
                "`\"wob\":1,\"wob\":1`, wob, must not be twice",
                "`\"wob\":null,\"wob\":1`, wob, must not be twice",
                "`\"WOB\":1`, WOB, is not a field of a record",
                "`\"\":1`, ``, is not a field of a record",
                "`\"status\":1`, status, must be a text",
                "`\"rig_id\":1`, rig_id, must be a text",
                "`\"timestamp\":1772366400`, timestamp, must be a text",
                "`\"time_source\":false`, time_source, must be a text",
                "`\"status\":\"\\ud800\"`, status, half a surrogate pair",
                "`\"status\":\"\\udc00x\"`, status, half a surrogate pair",
                "`\"status\":\"a\\u0000\"`, status, NUL",
                "`\"status\":'x'`, status, must be a text",
                "`wob:1`, ``, is not valid JSON",
                "`\"wob\":1,`, ``, is not valid JSON",
                "`\"wob\":1 /* t */`, ``, is not valid JSON"
            })
    void anInvalidFieldMakesTheDocumentMalformed(String fields, String field, String reason) {
        assertThatThrownBy(() -> Documents.read(reader, "[" + GOOD + ",{" + fields + "}]"))
                .isInstanceOfSatisfying(
                        MalformedDocument.class,
                        malformed -> assertThat(malformed.getMessage()).contains(field, reason))
                .hasMessageStartingWith("row 2")
                .extracting(malformed -> ((MalformedDocument) malformed).field())
                .asString()
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, must be an object or an array of objects",
                "null, must be an object or an array of objects",
                "7, must be an object or an array of objects",
                "[7], must be an object",
                "[[]], must be an object",
                "[null], must be an object",
                "[, is incomplete",
                "{\"wob\":, is incomplete",
                "{\"wob, is incomplete",
                "{} {}, must be the end",
                "[] [], must be the end",
                "{} x, not valid JSON",
                "<xml/>, not valid JSON",
                "{], not valid JSON"
            })
    void onlyOneObjectOrArrayIsAccepted(String document, String reason) {
        assertThatThrownBy(() -> Documents.read(reader, document))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith("row 1")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"wob\":[", "{\"a\":"})
    void deepNestingIsRejectedEarly(String level) {
        assertThatThrownBy(() -> Documents.read(reader, level.repeat(1_000_000)))
                .isInstanceOf(MalformedDocument.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"wob\":%s1}", "{\"status\":\"%s1\"}", "{\"%s1\":1}"})
    void endlessTextIsRejected(String document) {
        assertThatThrownBy(() -> Documents.read(reader, document.formatted("1".repeat(1_000_000))))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("far too long")
                .hasMessageMatching("(?s).{1,200}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, -0.0",
        "-0, -0.0",
        "0.000, 0",
        "0e7, 0",
        "7, 7",
        "9007199254740993, 9007199254740992",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "2.2250738585072011e-308, 2.2250738585072011e-308",
        "5e-324, 4.9e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.500000000000000166533453693773481063544750213623046875, 0.5000000000000002"
    })
    void numbersAreReadExactly(String text, double value) {
        RowLog log = Documents.read(reader, GOOD.replace("1.5", text));

        double read = log.records().get(0).readings().get(Channel.WOB).orElseThrow();
        assertThat(Double.doubleToRawLongBits(read)).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void bytesThatAreNotUtf8AreRejected() {
        byte[] broken = GOOD.replace("F-9A", "F\u007f").getBytes(StandardCharsets.UTF_8);
        broken[GOOD.indexOf("F-9A") + 1] = (byte) 0xff;

        assertThatThrownBy(() -> reader.rows(new ByteArrayInputStream(broken), Optional.empty(), NullMarkers.USUAL)
                        .readAll(new RowLog()))
                .isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aFailingStreamDoesNotMakeTheDocumentMalformed() {
        InputStream failing = new FilterInputStream(Documents.bytes("[")) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("cable cut");
            }
        };

        assertThatThrownBy(() -> reader.rows(failing, Optional.empty(), NullMarkers.USUAL)
                        .readAll(new RowLog()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cable cut");
    }
}
