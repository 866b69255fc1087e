package derrick.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import derrick.api.database.ConnectionPool;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the server on a test database of its own, and sends requests to it. */
public final class ServedApi implements BeforeAllCallback, AfterAllCallback {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestDatabase database = TestDatabase.atHead();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final long heap;
    private Optional<Running> running = Optional.empty();

    private record Running(HttpService service, ConnectionPool pool, Path logs) {}

    /** A response with its body parsed as JSON. */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private ServedApi(long heap) {
        this.heap = heap;
    }

    /** Returns a server with the memory limits for the heap of the tests. */
    public static ServedApi create() {
        return new ServedApi(Runtime.getRuntime().maxMemory());
    }

    /** Returns a server with the memory limits for a heap of this size. */
    public static ServedApi withHeap(long bytes) {
        return new ServedApi(bytes);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        database.beforeAll(context);
        Path logs = Files.createTempDirectory("derrick-logs");
        ConnectionPool pool = ConnectionPool.of(database.dataSource());
        HttpService service =
                HttpService.start(new DerrickConfiguration(0, 0, logs, heap, pool.connections(), Optional::empty));
        running = Optional.of(new Running(service, pool, logs));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.ifPresent(started -> {
            started.service.close();
            started.pool.close();
        });
        database.afterAll(context);
    }

    public URI http() {
        return running.orElseThrow().service.http();
    }

    public URI admin() {
        return running.orElseThrow().service.admin();
    }

    public TestDatabase database() {
        return database;
    }

    public ConnectionPool pool() {
        return running.orElseThrow().pool;
    }

    /** Stops the server as a signal does, and waits until it has stopped. */
    public void stop() {
        running.orElseThrow().service.close();
    }

    /** Returns the log as soon as it contains the text: entries are written after the response. */
    public String logWith(String text) throws IOException {
        Path log = running.orElseThrow().logs.resolve("derrick.log");
        Instant deadline = Instant.now().plusSeconds(20);
        while (!Files.readString(log).contains(text) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        return Files.readString(log);
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(http().resolve(path)).GET());
    }

    public Answer health() {
        return send(HttpRequest.newBuilder(admin().resolve("/healthcheck")).GET());
    }

    public Answer post(String mediaType, String document) {
        return post(mediaType, BodyPublishers.ofString(document));
    }

    public Answer post(String mediaType, BodyPublisher document) {
        return send(request().header("Content-Type", mediaType).POST(document));
    }

    /** Returns the builder of a request to the sensor data. */
    public HttpRequest.Builder request() {
        return HttpRequest.newBuilder(http().resolve("/api/v1/sensor-data"));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, JSON.readTree(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
