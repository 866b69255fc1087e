package derrick.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.api.ServedApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed and forbidden requests, sent over a socket. */
class ContainerTest {
    @RegisterExtension
    static final ServedApi api = ServedApi.create();

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
            GET / HTTP/9.9\\r\\nHost: localhost          | 400 | bad-request
            GET / HTTP/2.0\\r\\nHost: localhost          | 400 | bad-request
            POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: odd | 400 | bad-request
            POST /api/v1/sensor-data HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 3000000000 | 413 | too-large
            GET /api%2fv1 HTTP/1.1\\r\\nHost: localhost  | 400 | bad-request
            GET / HTTP/1.1\\r\\nHost: localhost\\r\\nHost: localhost | 400 | bad-request
            POST /api/v1/sensor-data HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: x | 400 | bad-request
            POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: chunked, gzip | 400 | bad-request
            PUT / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 5|400|bad-request
            POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding : chunked | 400 | bad-request
            POST / HTTP/1.1\\r\\nHost: localhost\\r\\nExpect: magic\\r\\nContent-Length: 0 | 417 | request-refused
            GET / HTTP/1.1\\r\\nHost: localhost\\r\\nnonsense | 400 | bad-request
            GET / HTTP/1.1\\r\\nHost: localhost\\r\\n: x | 400 | bad-request
            GET / HTTP/1.1\\r\\nHost: localhost\\r\\nX-A: b\\r\\n folded | 400 | bad-request
            GET http://evil.example/ HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET http://a:b@localhost/ HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET /%00 HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET /%u0041 HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET /%c0%af HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET //api/v1/sensor-data/latest HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            GET * HTTP/1.1\\r\\nHost: localhost | 400 | bad-request
            """)
    void aMalformedRequestGetsAProblemDocument(String head, int status, String problem) throws IOException {
        String answer = send(api.http(), head.replace("\\r\\n", "\r\n") + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("urn:derrick:problem:" + problem, "\"trace_id\"");
        assertSecurityHeaders(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /healthcheck       | 200 |
            GET /metrics           | 200 |
            PATCH /metrics         | 405 | method-not-allowed
            POST /healthcheck      | 405 | method-not-allowed
            TRACE /metrics         | 405 | method-not-allowed
            POST /tasks/gc         | 404 | not-found
            GET /pprof?duration=1  | 404 | not-found
            GET /threads           | 404 | not-found
            GET /                  | 404 | not-found
            GET /a/../../etc       | 400 | bad-request
            """)
    void theAdminPortServesHealthAndMetricsOnly(String request, int status, @Nullable String problem)
            throws IOException {
        String answer = send(
                api.admin(),
                request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.contains("\r\nAllow: GET")).isEqualTo(status == 405);
        if (problem != null) {
            assertThat(answer).contains("urn:derrick:problem:" + problem, "\"trace_id\"");
            assertSecurityHeaders(answer);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            3000000000,              413
            9223372036854775807,     413
            9223372036854775808,     413
            99999999999999999999999, 413
            99999999999999999999a,   413
            1a,                      400
            -1,                      400
            +5,                      400
            x,                       400
            '5\\r\\nContent-Length: 6', 400
            0000000000000000000000,  200
            """)
    void anInvalidOrTooLargeContentLengthIsRejected(String length, int status) throws IOException {
        for (String request : List.of("GET /metrics", "GET /", "POST /api/v1/sensor-data")) {
            URI server = request.endsWith("/metrics") ? api.admin() : api.http();
            String answer = send(
                    server,
                    request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + length.replace("\\r\\n", "\r\n") + "\r\n\r\n");
            if (status == 200) {
                assertThat(answer).as(request).doesNotContain("too-large", "bad-request");
            } else {
                assertThat(answer)
                        .as(request)
                        .startsWith("HTTP/1.1 " + status)
                        .contains("urn:derrick:problem:" + (status == 413 ? "too-large" : "bad-request"));
                assertSecurityHeaders(answer);
            }
        }
    }

    @Test
    void anUnknownMethodIsAnsweredWithTheAllowedOnes() throws IOException {
        String answer = send(api.http(), "BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 405").contains("\r\nAllow: GET");
    }

    @Test
    void headersThatAreTooLargeGetAProblemDocument() throws IOException {
        String large = "x".repeat(20_000);
        String header = send(api.http(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + large + "\r\n\r\n");
        assertThat(header).startsWith("HTTP/1.1 431").contains("urn:derrick:problem:headers-too-large");
        assertSecurityHeaders(header);
        String address = send(api.http(), "GET /" + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(address).startsWith("HTTP/1.1 414").contains("urn:derrick:problem:uri-too-long");
        assertSecurityHeaders(address);
    }

    @Test
    void successfulResponsesHaveTheSecurityHeaders() throws IOException {
        for (URI server : new URI[] {api.http(), api.admin()}) {
            for (String path : new String[] {"/", "/healthcheck", "/nothing"}) {
                assertSecurityHeaders(
                        send(server, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            }
        }
    }

    @Test
    void aTruncatedBodyStoresNothing() throws IOException {
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
    void theHostHeaderMustNameThisMachine(String host, int status) throws IOException {
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
            POST, Origin: http://localhost:PORT,      405
            POST, Origin: http://localhost:1,         403
            POST, Origin: https://localhost:PORT,     403
            POST, Origin: http://evil.example.com,    403
            POST, Origin: null,                       403
            GET,  Origin: http://localhost:PORT,      200
            GET,  Origin: http://evil.example.com,    403
            GET,  Sec-Fetch-Site: cross-site,         403
            GET,  Sec-Fetch-Site: same-origin,        200
            """)
    void requestsOfOtherOriginsAreRejected(String method, String header, int status) throws IOException {
        for (URI server : new URI[] {api.http().resolve("/"), api.admin().resolve("/metrics")}) {
            String port = Integer.toString(server.getPort());
            String answer = send(
                    server,
                    "%s %s HTTP/1.1\r\nHost: localhost:%s\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(method, server.getPath(), port, header.replace("PORT", port)));
            assertThat(answer).as(server.getPath()).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aLinkFromAnotherSiteIsAllowed() throws IOException {
        String answer = send(
                api.http(),
                "GET / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n%s\r\n\r\n"
                        .formatted("Sec-Fetch-Mode: navigate\r\nConnection: close"));
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void uploadsThatStallDelayNoOtherRequest() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int upload = 0; upload < 200; upload++) {
                Socket socket = new Socket(api.http().getHost(), api.http().getPort());
                stalled.add(socket);
                socket.getOutputStream().write("""
                                POST /api/v1/sensor-data HTTP/1.1\r
                                Host: localhost\r
                                Content-Type: application/json\r
                                Content-Length: 9999\r
                                \r
                                [""".getBytes(UTF_8));
            }
            assertThat(api.get("/api/v1/sensor-data/latest").status()).isEqualTo(200);
            assertThat(api.post(
                                    "application/json",
                                    "{\"rig_id\":\"quick\",\"timestamp\":\"2026-01-01T00:00:00Z\"," + "\"wob\":1}")
                            .status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static void assertSecurityHeaders(String answer) {
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
