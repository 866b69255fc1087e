package derrick.api.sensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import derrick.api.ServedApi;
import derrick.api.ServedApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int LIMIT = 16 * 1024 * 1024;

    @RegisterExtension
    static final ServedApi api = ServedApi.create();

    @Test
    void anObjectIsOneRecordAndAnArraySeveral() {
        assertThat(api.post(JSON, record("one", "2026-01-01T00:00:00Z", 1))
                        .body()
                        .toString())
                .isEqualTo("{\"received\":1,\"stored\":1,\"duplicates\":0,\"conflicts\":0,\"rejected\":0,"
                        + "\"rejects\":[]}");
        Answer many = api.post(
                JSON,
                "[" + record("many", "2026-01-01T00:00:00Z", 1) + "," + record("many", "2026-01-01T00:00:01Z", 2)
                        + "]");
        assertThat(many.status()).isEqualTo(200);
        assertThat(many.body().get("stored").asInt()).isEqualTo(2);
        assertThat(wobs("many")).isEqualTo("1.0 2.0");
    }

    @Test
    void eachLineIsARecord() {
        Answer answer = api.post(
                NDJSON, record("lines", "2026-01-01T00:00:00Z", 1) + "\n" + record("lines", "2026-01-01T00:00:01Z", 2));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(wobs("lines")).isEqualTo("1.0 2.0");
    }

    @Test
    void theSameRecordIsADuplicateAndADifferentOneWithItsTimeAConflict() {
        api.post(JSON, record("again", "2026-01-01T00:00:00Z", 1));
        Answer answer = api.post(
                JSON,
                "[" + record("again", "2026-01-01T03:30:00+03:30", 1) + "," + record("again", "2026-01-01T00:00:00Z", 2)
                        + "]");
        assertThat(answer.body().toString())
                .isEqualTo("{\"received\":2,\"stored\":0,\"duplicates\":1,\"conflicts\":1,\"rejected\":0,"
                        + "\"rejects\":[]}");
        assertThat(wobs("again")).isEqualTo("1.0");
    }

    @Test
    void anInvalidRowIsRejectedAndTheOthersAreStored() {
        Answer answer = api.post(
                JSON,
                "[" + record("partly", "2026-01-01T00:00:00Z", 1) + "," + record("partly", "2026-01-01T00:00:01", 2)
                        + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("stored").asInt()).isEqualTo(1);
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(1);
        JsonNode reject = answer.body().get("rejects").get(0);
        assertThat(reject.fieldNames()).toIterable().containsExactly("row", "field", "reason");
        assertThat(reject.get("row").asInt()).isEqualTo(2);
        assertThat(reject.get("field").asText()).isEqualTo("timestamp");
        assertThat(reject.get("reason").asText()).contains("offset");
    }

    @Test
    void aDocumentOfInvalidRowsIsAProblemWithTheCounts() {
        Answer answer = api.post(JSON, record("a b", "2026-01-01T00:00:00Z", 1));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:no-row-accepted");
        assertThat(answer.body().get("received").asInt()).isEqualTo(1);
        assertThat(answer.body().get("rejected").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/rejects/0/field").asText()).isEqualTo("rig_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON})
    void nullMarkersAndSuspectNumbersAreCounted(String mediaType) {
        String rig = mediaType.equals(JSON) ? "gaps" : "gaps-lines";
        List<String> rows = List.of(
                record(rig, "2026-01-01T00:00:00Z", "-999.25,\"rpm\":-9999,\"torque\":1"),
                record(rig, "2026-01-01T00:00:01Z", "-999.25,\"rpm\":60"),
                record(rig, "2026-01-01T00:00:02Z", "1e30,\"mud_pressure\":-99999"));
        String document = mediaType.equals(JSON) ? rows.toString() : String.join("\n", rows);
        JsonNode answer = api.post(mediaType, document).body();
        assertThat(answer.get("gaps").toString()).isEqualTo("{\"-999.25\":2,\"-9999\":1}");
        assertThat(answer.get("suspects").toString()).isEqualTo("{\"-99999 in mud_pressure\":1,\"1e30 in wob\":1}");
        assertThat(wobs(rig)).startsWith("null null ");
    }

    @Test
    void theProblemOfADocumentOfInvalidRowsCountsGaps() {
        JsonNode problem = api.post(JSON, record("gaps", "tomorrow", "-999.25,\"rpm\":1e30"))
                .body();
        assertThat(problem.get("gaps").toString()).isEqualTo("{\"-999.25\":1}");
        assertThat(problem.get("suspects").toString()).isEqualTo("{\"1e30 in rpm\":1}");
    }

    @Test
    void theFirstSuspectNumbersAreListedAndAllAreCounted() {
        String rows = IntStream.range(0, 300)
                .mapToObj(row -> record("odd-many", "2026-01-01T00:00:00Z", "1.%03de30".formatted(row)))
                .collect(Collectors.joining("\n"));
        JsonNode suspects = api.post(NDJSON, rows).body().get("suspects");
        assertThat(suspects).hasSize(101);
        assertThat(suspects.get("others").asInt()).isEqualTo(200);
    }

    @Test
    void theFirstRejectsAreListedAndAllAreCounted() {
        String rows = IntStream.range(0, 1_500)
                .mapToObj(row -> record("cut", "tomorrow", row))
                .collect(Collectors.joining("\n"));
        JsonNode answer = api.post(NDJSON, rows).body();
        assertThat(answer.get("rejected").asInt()).isEqualTo(1_500);
        assertThat(answer.get("rejects")).hasSize(1_000);
        assertThat(answer.get("rejects_omitted").asInt()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"rig_id":"strict","timestamp":"2026-01-01T00:00:00Z","wob":NaN}       | 2 | wob
            {"rig_id":"strict","timestamp":"2026-01-01T00:00:00Z","wob":1,"wob":2} | 2 | wob
            {"rig_id":"strict","timestamp":"2026-01-01T00:00:00Z","wob":1          | 2 |
            [1                                                                     | 2 |
            """)
    void aMalformedDocumentStoresNothingAndNamesRowAndField(String malformed, int row, String field) {
        String valid = record("strict", "2026-01-01T00:00:00Z", 1);
        for (Answer answer : new Answer[] {
            api.post(JSON, "[" + valid + "," + malformed + "]"), api.post(NDJSON, valid + "\n" + malformed + "\n")
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:malformed-document");
            assertThat(answer.body().at("/errors/0/row").asInt()).isEqualTo(row);
            if (field != null) {
                assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
            }
        }
        assertThat(wobs("strict")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":1e400}           | wob
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":"7"}             | wob
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":true}            | wob
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":1,"colour":2}    | colour
            {"rig_id":7,"timestamp":"2026-01-01T00:00:00Z","wob":1}                   | rig_id
            {"rig_id":"odd","timestamp":1767225600,"wob":1}                           | timestamp
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":1,"status":"\\u0000"} | status
            {"rig_id":"odd","timestamp":"2026-01-01T00:00:00Z","wob":1,"status":"\\ud800"} | status
            """)
    void anInvalidFieldIsRejectedByName(String invalid, String field) {
        Answer answer = api.post(JSON, invalid);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body().findValuesAsText("field")).contains(field);
        assertThat(wobs("odd")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "7", "{} {}", "[", "nonsense"})
    void aDocumentWithoutARecordIsRefused(String document) {
        assertThat(api.post(JSON, document).status()).isIn(400, 422);
        assertThat(api.post(JSON, document).body().get("type").asText()).startsWith("urn:derrick:problem:");
    }

    @Test
    void anEmptyDocumentOfLinesIsRefused() {
        Answer answer = api.post(NDJSON, "\n\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).contains("no record");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json; charset=latin1",
                "application/x-ndjson; charset=utf-16"
            })
    void otherMediaTypesAreRejected(String mediaType) {
        Answer answer = api.post(mediaType, record("kind", "2026-01-01T00:00:00Z", 1));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:unsupported-media-type");
    }

    @Test
    void aDocumentWithoutAContentTypeIsRejected() {
        assertThat(api.send(api.request().POST(BodyPublishers.ofString("{}"))).status())
                .isEqualTo(415);
    }

    @Test
    void anUnsupportedMethodIsAnsweredWithTheAllowedOnes() {
        Answer answer = api.send(api.request().DELETE());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET", "POST");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:method-not-allowed");
    }

    @Test
    void aDocumentThatIsTooLargeIsRejectedAlsoChunkedOrCompressed() throws IOException {
        byte[] large = " ".repeat(LIMIT + 1).getBytes(UTF_8);
        assertThat(api.post(JSON, BodyPublishers.ofByteArray(large)).status()).isEqualTo(413);
        assertThat(api.post(JSON, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .status())
                .as("chunked")
                .isEqualTo(413);
        Answer inflated = api.send(api.request()
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(large))));
        assertThat(inflated.status()).as("inflated").isEqualTo(413);
        assertThat(inflated.body().get("type").asText()).isEqualTo("urn:derrick:problem:too-large");
    }

    @Test
    void aDocumentMayBeCompressed() throws IOException {
        Answer answer = api.send(api.request()
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(
                        gzip(record("gzip", "2026-01-01T00:00:00Z", 4).getBytes(UTF_8)))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(wobs("gzip")).isEqualTo("4.0");
    }

    @Test
    void anUncompressedDocumentWithContentEncodingGzipIsRejected() {
        Answer answer = api.send(api.request()
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString(record("gzip2", "2026-01-01T00:00:00Z", 4))));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asText()).startsWith("urn:derrick:problem:");
    }

    @Test
    void recordsFromTheApiCanBeSentAgain() {
        api.post(JSON, record("back", "2026-01-01T00:00:00.123456Z", 0.1));
        JsonNode given = api.get("/api/v1/sensor-data?rig_id=back").body().get("records");
        Answer again = api.post(JSON, given.toString());
        assertThat(again.body().get("duplicates").asInt()).isEqualTo(1);
    }

    private static String record(String rig, String time, double wob) {
        return record(rig, time, Double.toString(wob));
    }

    private static String record(String rig, String time, String wob) {
        return "{\"rig_id\":\"%s\",\"timestamp\":\"%s\",\"wob\":%s}".formatted(rig, time, wob);
    }

    private static String wobs(String rig) {
        return api.get("/api/v1/sensor-data?rig_id=" + rig).body().get("records").findValuesAsText("wob").stream()
                .collect(Collectors.joining(" "));
    }

    private static byte[] gzip(byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(bytes)) {
            compressed.write(document);
        }
        return bytes.toByteArray();
    }
}
