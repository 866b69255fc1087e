package derrick.api.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import derrick.api.ServedApi;
import derrick.api.ServedApi.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorPagesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PATH = "/api/v1/sensor-data?rig_id=long";

    @RegisterExtension
    static final ServedApi api = ServedApi.create();

    @BeforeAll
    static void twoRigsReport() {
        String rows = IntStream.range(0, 2_500)
                .mapToObj(second -> "{\"rig_id\":\"long\",\"timestamp\":\"%s\",\"wob\":%d}"
                        .formatted(START.plusSeconds(second), second))
                .collect(Collectors.joining("\n"));
        assertThat(api.post("application/x-ndjson", rows).body().get("stored").asInt())
                .isEqualTo(2_500);
        api.post(
                "application/json",
                "{\"rig_id\":\"exact\",\"timestamp\":\"2026-01-01T00:00:00.5Z\",\"rpm\":2.0E-3,\"wob\":0.1,"
                        + "\"depth\":1e22,\"status\":\"tripping\"}");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        List<Integer> wobs = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(PATH + cursor).body();
            page.get("records").forEach(record -> wobs.add(record.get("wob").asInt()));
            sizes.add(page.get("records").size());
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(sizes).containsExactly(1_000, 1_000, 500);
        assertThat(wobs).isEqualTo(IntStream.range(0, 2_500).boxed().toList());
    }

    @Test
    void aPageThatEndsWithTheLastRecordHasNoCursor() {
        JsonNode page = api.get(PATH + "&limit=2500").body();
        assertThat(page.get("records")).hasSize(2_500);
        assertThat(page.get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 999, 1_000, 1_001, 2_499, 2_501, 10_000})
    void aPageIsFilledToTheLimit(int limit) {
        JsonNode page = api.get(PATH + "&limit=" + limit).body();
        assertThat(page.get("records")).hasSize(Math.min(limit, 2_500));
        assertThat(page.get("next_cursor").isNull()).isEqualTo(limit > 2_500);
    }

    @Test
    void aTimeRangeMayEndBetweenTwoMicroseconds() {
        JsonNode page = api.get(PATH + "&to=2026-01-01T00:08:19.0000005Z").body();
        assertThat(page.get("records")).hasSize(500);
        assertThat(page.get("next_cursor").isNull()).isTrue();
        String cursor = api.get(PATH + "&limit=500").body().get("next_cursor").asText();
        assertThat(api.get(PATH + "&to=2026-01-01T00:08:19.0000005Z&cursor=" + cursor)
                        .body()
                        .get("records"))
                .isEmpty();
    }

    @Test
    void fromIsInclusiveAndToIsExclusive() {
        JsonNode page = api.get(PATH + "&from=2026-01-01T03:30:01%2B03:30&to=2026-01-01T00:00:03Z")
                .body();
        assertThat(page.get("records").findValuesAsText("timestamp"))
                .containsExactly("2026-01-01T00:00:01Z", "2026-01-01T00:00:02Z");
    }

    @Test
    void boundsFinerThanAMicrosecondAreExact() {
        JsonNode page = api.get(PATH + "&from=2026-01-01T00:00:01.0000001Z&to=2026-01-01T00:00:02.0000001Z")
                .body();
        assertThat(page.get("records").findValuesAsText("timestamp")).containsExactly("2026-01-01T00:00:02Z");
    }

    @Test
    void theRequestedChannelsAreReturnedInOrderWithUnitsAndGapsAsNull() {
        assertThat(api.get("/api/v1/sensor-data?rig_id=exact&channels=rpm,torque,wob,depth")
                        .response()
                        .body())
                .isEqualTo("{\"rig_id\":\"exact\","
                        + "\"units\":{\"rpm\":\"1/min\",\"torque\":\"N.m\",\"wob\":\"t\",\"depth\":\"m\"},"
                        + "\"records\":[{\"rig_id\":\"exact\",\"timestamp\":\"2026-01-01T00:00:00.500Z\",\"rpm\":0.002,"
                        + "\"torque\":null,\"wob\":0.1,\"depth\":1.0E22,\"status\":\"tripping\","
                        + "\"time_source\":\"measured\"}],\"next_cursor\":null}");
    }

    @Test
    void aNumberIsWrittenWithTheFewestDigitsThatIdentifyIt() {
        api.post(
                "application/json",
                "{\"rig_id\":\"digits\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":2.0E-3,"
                        + "\"rpm\":2.2250738585072014E-308,\"rop\":2E23}");
        assertThat(api.get("/api/v1/sensor-data?rig_id=digits&channels=wob,rpm,rop")
                        .response()
                        .body())
                .contains("\"wob\":0.002,\"rpm\":2.2250738585072014E-308,\"rop\":2.0E23");
    }

    @Test
    void anUnknownRigHasNoRecords() {
        Answer answer = api.get("/api/v1/sensor-data?rig_id=nobody");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("records")).isEmpty();
        assertThat(api.get("/api/v1/sensor-data/latest?rig_id=nobody").body().get("records"))
                .isEmpty();
    }

    @Test
    void theLatestRecordsAreOrderedByRig() {
        JsonNode latest = api.get("/api/v1/sensor-data/latest").body().get("records");
        assertThat(latest.findValuesAsText("rig_id")).isSorted().contains("exact", "long");
        JsonNode one = api.get("/api/v1/sensor-data/latest?rig_id=long").body().get("records");
        assertThat(one.findValuesAsText("timestamp")).containsExactly("2026-01-01T00:41:39Z");
        assertThat(one.findValuesAsText("wob")).containsExactly("2499.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            channels=wob                       | rig_id   | is missing
            rig_id=                            | rig_id   | 1 to 50
            rig_id=a%20b                       | rig_id   | 1 to 50
            rig_id=a&rig_id=b                  | rig_id   | once
            rig_id=a&limit=0                   | limit    | 1 to 10000
            rig_id=a&limit=10001               | limit    | 1 to 10000
            rig_id=a&limit=1.5                 | limit    | 1 to 10000
            rig_id=a&limit=                    | limit    | 1 to 10000
            rig_id=a&limit=99999999999999      | limit    | 1 to 10000
            rig_id=a&from=yesterday            | from     | RFC 3339
            rig_id=a&from=2026-01-01T00:00:00  | from     | offset
            rig_id=a&to=2026-02-30T00:00:00Z   | to       | exists
            rig_id=a&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z | to | before from
            rig_id=a&channels=colour           | channels | mud_pressure
            rig_id=a&channels=                 | channels | mud_pressure
            rig_id=a&channels=wob,wob          | channels | once
            rig_id=a&cursor=AAAA               | cursor   | next_cursor
            rig_id=a&cursor=%20                | cursor   | next_cursor
            rig_id=a&cursor=AAAAAAAAAAA        | cursor   | another query
            rig_id=a&cursor=f_________8        | cursor   |
            rig_id=a&colour=red                | colour   | rig_id, from, to, channels, limit, cursor
            """)
    void anErrorNamesTheInvalidParameter(String query, String field, String reason) {
        Answer answer = api.get("/api/v1/sensor-data?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:invalid-parameter");
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "trace_id", "errors");
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
        if (reason != null) {
            assertThat(answer.body().at("/errors/0/reason").asText()).contains(reason);
        }
    }

    @Test
    void theLatestRecordsArePaged() {
        JsonNode all = api.get("/api/v1/sensor-data/latest").body();
        assertThat(all.get("next_cursor").isNull()).isTrue();
        assertThat(all.at("/units/wob").asText()).isEqualTo("t");
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/api/v1/sensor-data/latest?limit=1" + cursor).body();
            assertThat(page.get("records")).hasSize(1);
            paged.add(page.get("records").get(0));
            cursor = "&cursor=" + page.get("next_cursor").asText();
        } while (!cursor.equals("&cursor=null"));
        assertThat(paged).hasSizeGreaterThan(1).containsExactlyElementsOf(all.get("records"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sensor-data/latest?colour=red",
                "/api/v1/sensor-data/latest?rig_id=a&rig_id=b",
                "/api/v1/sensor-data/latest?limit=0",
                "/api/v1/sensor-data/latest?limit=10001",
                "/api/v1/sensor-data/latest?cursor=%20",
                "/api/v1/sensor-data/latest?cursor=IA",
                "/api/v1/sensor-data/latest?rig_id=a&cursor=YQ"
            })
    void theParametersOfLatestAreCheckedToo(String path) {
        assertThat(api.get(path).status()).isEqualTo(400);
    }
}
