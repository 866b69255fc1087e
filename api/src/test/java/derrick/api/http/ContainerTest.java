package derrick.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.api.ServedApi;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client gets that does not keep to HTTP, or that is not meant to be served: over a bare socket. */
class ContainerTest {
    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.atHead();

    @RegisterExtension
    @Order(2)
    static final ServedApi api = ServedApi.on(database);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONSENSE                                     | 400 | bad-request
            GET /%zz HTTP/1.1\\r\\nHost: localhost       | 400 | bad-request
            GET /api/v1/sensor-data?rig_id=%zz HTTP/1.1\\r\\nHost: localhost | 400 | invalid-parameter
            GET /api/v1/sensor-data?rig_id=%ff HTTP/1.1\\r\\nHost: localhost | 400 | invalid-parameter
            GET /a/../../etc/passwd HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET / HTTP/1.1                               | 400 | bad-request
            GET /nothing HTTP/1.1\\r\\nHost: localhost   | 404 | not-found
            BREW / HTTP/1.1\\r\\nHost: localhost         | 405 | method-not-allowed
            TRACE / HTTP/1.1\\r\\nHost: localhost        | 405 | method-not-allowed
            GET / HTTP/1.1\\r\\nHost: localhost\\r\\nAccept: image/png | 406 | not-acceptable
            GET / HTTP/9.9\\r\\nHost: localhost          | 505 | internal-error
            POST /api/v1/sensor-data HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: x | 400 | bad-request
            """)
    void whatIsWrongIsAProblemLikeAnyOther(String head, int status, String problem) throws IOException {
        String answer = send(api.http(), head.replace("\\r\\n", "\r\n") + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("urn:derrick:problem:" + problem, "\"trace_id\"");
        assertCarriesTheHeaders(answer);
    }

    @Test
    void headersThatAreTooLargeAreAProblemLikeAnyOther() throws IOException {
        String large = "x".repeat(20_000);
        String header = send(api.http(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + large + "\r\n\r\n");
        assertThat(header).startsWith("HTTP/1.1 431").contains("urn:derrick:problem:headers-too-large");
        assertCarriesTheHeaders(header);
        String address = send(api.http(), "GET /" + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(address).startsWith("HTTP/1.1 414").contains("urn:derrick:problem:uri-too-long");
        assertCarriesTheHeaders(address);
    }

    @Test
    void answersThatWentWellCarryTheHeadersToo() throws IOException {
        for (URI server : new URI[] {api.http(), api.admin()}) {
            for (String path : new String[] {"/", "/healthcheck", "/nothing"}) {
                assertCarriesTheHeaders(
                        send(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            }
        }
    }

    @Test
    void aBodyThatBreaksOffStoresNothing() throws IOException {
        try (Socket socket = new Socket(api.http().getHost(), api.http().getPort())) {
            socket.getOutputStream().write("""
                            POST /api/v1/sensor-data HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/x-ndjson\r
                            Content-Length: 1000\r
                            \r
                            {"rig_id":"broken","timestamp":"2026-01-01T00:00:00Z","wob":1}
                            """.getBytes(UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(api.get("/api/v1/sensor-data?rig_id=broken").body().get("records"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            localhost,             200
            127.0.0.1:80,          200
            [::1]:8080,            200
            LocalHost,             200
            derrick.example.com,   403
            127.0.0.1.example.com, 403
            0.0.0.0,               403
            """)
    void onlyRequestsToThisMachineByItsOwnNamesAreServed(String host, int status) throws IOException {
        for (URI server : new URI[] {api.http(), api.admin()}) {
            String answer =
                    send(server, "HEAD /healthcheck HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.startsWith("HTTP/1.1 403")).isEqualTo(status == 403);
        }
        String page = send(api.http(), "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(page).startsWith("HTTP/1.1 " + status);
        assertThat(page.contains("urn:derrick:problem:forbidden")).isEqualTo(status == 403);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST, http://localhost:PORT,      200
            POST, http://localhost:1,         403
            POST, https://localhost:PORT,     403
            POST, http://evil.example.com,    403
            POST, null,                       403
            GET,  http://evil.example.com,    405
            """)
    void aPageOfAnotherOriginCannotSendAnything(String method, String origin, int status) throws IOException {
        String port = Integer.toString(api.admin().getPort());
        String answer = send(
                api.admin(),
                "%s /tasks/gc HTTP/1.1\r\nHost: localhost:%s\r\nOrigin: %s\r\n%s\r\n\r\n"
                        .formatted(
                                method, port, origin.replace("PORT", port), "Content-Length: 0\r\nConnection: close"));
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    private static void assertCarriesTheHeaders(String answer) {
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head)
                .contains(
                        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "no-store")
                .doesNotContainIgnoringCase("Server:");
        assertThat(answer).doesNotContain("org.eclipse", "Exception", "\tat ");
    }

    private static String send(URI server, String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
