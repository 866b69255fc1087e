package derrick.ops.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A running {@code derrick up} on a data folder of its own. */
record Served(Started started, URI http) {
    private static final Pattern HTTP = Pattern.compile("\"http\":\"([^\"]+)\"");

    /** Starts the server on free ports and waits until it is ready. */
    static Served start(Checkout checkout, Path workingDirectory, Path dataDir) throws Exception {
        Path ready = dataDir.resolve("derrick.json");
        Files.deleteIfExists(ready);
        Started started =
                checkout.start(workingDirectory, Map.of(), "up", "--port", "0", "--data-dir", dataDir.toString());
        Started.await(
                "the server is ready",
                () -> Files.exists(ready) || !started.process().isAlive());
        if (!started.process().isAlive()) {
            throw new AssertionError("up ended: " + started.end());
        }
        URI http = HTTP.matcher(Files.readString(ready))
                .results()
                .map((MatchResult found) -> URI.create(found.group(1)))
                .findFirst()
                .orElseThrow();
        return new Served(started, http);
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(http.resolve(path)).build());
    }

    String post(String record) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(http.resolve("/api/v1/sensor-data"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(record))
                .build());
    }

    /** Stops the server as Ctrl-C does. */
    Started.Ended stop() throws IOException, InterruptedException {
        started.process().destroy();
        return started.end();
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(request + " returned " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
