package derrick.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class DrainTest {
    private static final String RECORD = "{\"rig_id\":\"drain\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":1}";

    @RegisterExtension
    static final ServedApi api = ServedApi.create();

    @Test
    void aRequestInFlightIsFinishedWhenTheServerStops() throws Exception {
        URI server = api.http();
        try (Socket slow = new Socket(server.getHost(), server.getPort())) {
            slow.setSoTimeout(20_000);
            send(
                    slow,
                    "POST /api/v1/sensor-data HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nContent-Length: " + RECORD.length() + "\r\n\r\n");
            BufferedReader answer = new BufferedReader(new InputStreamReader(slow.getInputStream(), UTF_8));
            // The application reads the body, so from here on the request is in progress.
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();

            CompletableFuture<Void> stop = CompletableFuture.runAsync(api::stop);
            awaitNoNewConnections(server);
            assertThat(stop).isNotDone();
            send(slow, RECORD);
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
            stop.get(10, TimeUnit.SECONDS);
        }
        assertThat(stored()).isEqualTo(1);
    }

    private static void awaitNoNewConnections(URI server) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline) {
            try (Socket another = new Socket(server.getHost(), server.getPort())) {
                assertThat(another.isConnected()).isTrue();
            } catch (ConnectException refused) {
                return;
            }
        }
        throw new AssertionError("the server takes new connections while it stops");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    private static int stored() throws SQLException {
        try (Connection connection = api.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sensor_data")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
