package derrick.api.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.api.ServedApi;
import derrick.api.ServedApi.Answer;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents with more records than are stored in one step. */
class LargeDocumentTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final int RECORDS = 12_000;

    @RegisterExtension
    static final ServedApi api = ServedApi.create();

    @Test
    void theCountsAreTheSumOfAllSteps() {
        assertThat(counts(api.post(NDJSON, lines("counted", 0, RECORDS, 1)))).isEqualTo("12000 12000 0 0 0");
        assertThat(counts(api.post(NDJSON, lines("counted", 0, RECORDS, 1)))).isEqualTo("12000 0 12000 0 0");
        assertThat(counts(api.post(NDJSON, lines("counted", 6_000, RECORDS, 1))))
                .isEqualTo("12000 6000 6000 0 0");
        assertThat(counts(api.post(NDJSON, lines("counted", 0, 6_000, 2) + lines("counted", 18_000, 6_000, 1))))
                .isEqualTo("12000 6000 0 6000 0");
    }

    @Test
    void ofTwoRecordsWithTheSameTimeInDifferentStepsTheFirstIsStored() {
        String document = lines("twice", 0, RECORDS, 1) + lines("twice", 0, 1, 1) + lines("twice", 1, 1, 2);
        assertThat(counts(api.post(NDJSON, document))).isEqualTo("12002 12000 1 1 0");
        assertThat(api.get("/api/v1/sensor-data?rig_id=twice&limit=2")
                        .body()
                        .get("records")
                        .findValuesAsText("wob"))
                .containsExactly("1.0", "1.0");
    }

    @Test
    void anErrorInTheLastLineRollsBackAllSteps() {
        Answer answer = api.post(NDJSON, lines("broken", 0, RECORDS, 1) + "{\"rig_id\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).contains("No record was stored", "12001");
        assertThat(api.get("/api/v1/sensor-data?rig_id=broken").body().get("records"))
                .isEmpty();
    }

    private static String counts(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return Stream.of("received", "stored", "duplicates", "conflicts", "rejected")
                .map(name -> answer.body().get(name).asText())
                .collect(Collectors.joining(" "));
    }

    private static String lines(String rig, int from, int count, int wob) {
        return IntStream.range(from, from + count)
                .mapToObj(second -> "{\"rig_id\":\"%s\",\"timestamp\":\"%s\",\"wob\":%d}\n"
                        .formatted(rig, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second), wob))
                .collect(Collectors.joining());
    }
}
