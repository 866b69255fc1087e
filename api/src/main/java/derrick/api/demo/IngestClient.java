package derrick.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import derrick.api.json.JsonFormat;
import derrick.api.sensor.RecordView;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.SensorRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Posts records to the API as the data logger of a rig does, and reads the latest record of a rig. */
final class IngestClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final URI api;
    private final ObjectMapper json = JsonFormat.mapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    IngestClient(URI api) {
        this.api = api;
    }

    /** Returns the latest record of a rig, if it has one. */
    Optional<JsonNode> findLatest(RigId rig) throws IOException, InterruptedException {
        JsonNode latest = answer(request("/api/v1/sensor-data/latest?rig_id=" + rig));
        return Optional.ofNullable(latest.get("records").get(0));
    }

    /** Sends records. They are stored when this returns, and may be sent again if it throws. */
    void send(List<SensorRecord> records) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (SensorRecord record : records) {
            lines.append(json.writeValueAsString(new RecordView(record, Channel.ALL)))
                    .append('\n');
        }
        answer(request("/api/v1/sensor-data")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).timeout(TIMEOUT);
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("the API returned status %d: %s".formatted(response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }
}
