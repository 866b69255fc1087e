package derrick.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sends bodies to the handler, with memory for 1 MiB and a manual clock. The handler behind it returns the body. */
class RequestBodyHandlerTest {
    private static final int MEMORY = 1 << 20;

    /** The server notices later what a client sent. */
    private static final int ATTEMPTS = 500;

    private static final BodyMemoryLimit LIMIT = new BodyMemoryLimit(MEMORY, 1);
    private static final AtomicLong NANOS = new AtomicLong();
    private static final ServerConnector CONNECTOR = new ServerConnector(new Server());

    @BeforeAll
    static void start() throws Exception {
        RequestBodyHandler bodies = new RequestBodyHandler(LIMIT, NANOS::get);
        bodies.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                try (InputStream body = Request.asInputStream(request)) {
                    response.write(true, ByteBuffer.wrap(body.readAllBytes()), callback);
                }
                return true;
            }
        });
        Server server = CONNECTOR.getServer();
        server.addConnector(CONNECTOR);
        server.setErrorHandler(new ContainerProblems(new ObjectMapper()));
        server.setHandler(bodies);
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        CONNECTOR.getServer().stop();
    }

    @Test
    void aBodyIsPassedOnUnchanged() throws IOException {
        assertThat(answer("", "unchanged".getBytes(UTF_8)))
                .startsWith("HTTP/1.1 200")
                .endsWith("unchanged");
        assertThat(answer("Content-Encoding: identity\r\n", "as is".getBytes(UTF_8)))
                .endsWith("as is");
        assertThat(answer("Content-Encoding: X-GZIP\r\n", gzip("unpacked"))).endsWith("unpacked");
    }

    @Test
    void gzipMembersAreConcatenated() throws IOException {
        assertThat(answer("Content-Encoding: gzip\r\n", join(gzip("one "), gzip(""), gzip("two"))))
                .endsWith("one two");
    }

    @Test
    void aTruncatedOrDamagedGzipBodyIsRejected() throws IOException {
        byte[] packed = gzip("{\"rig_id\":\"A\"}");
        for (int length = 1; length < packed.length; length++) {
            assertRefused(Arrays.copyOf(packed, length), "cut off after " + length);
            assertRefused(join(packed, Arrays.copyOf(packed, length)), "second member cut off after " + length);
        }
        for (int position : new int[] {0, 2, 3, packed.length - 8, packed.length - 1}) {
            byte[] damaged = packed.clone();
            damaged[position] ^= (byte) 0x81;
            assertRefused(damaged, "damaged at " + position);
        }
        assertRefused(join(packed, new byte[] {0}), "followed by a zero");
        assertRefused(join(packed, "more".getBytes(UTF_8)), "followed by text");
    }

    @Test
    void aBodyThatIsTooLargeWhenDecompressedIsRejected() throws IOException {
        assertThat(answer("Content-Encoding: gzip\r\n", gzip(" ".repeat(MEMORY))))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void unknownEncodingsAreRejected() throws IOException {
        for (String header : new String[] {
            "Content-Encoding: br",
            "Content-Encoding: deflate",
            "Content-Encoding: gzip, gzip",
            "Content-Type: application/json; charset=latin1",
            "Content-Type: application/json; charset=UTF-16",
            "Content-Type: application/json; charset=none"
        }) {
            assertThat(answer(header + "\r\n", gzip("x"))).as(header).startsWith("HTTP/1.1 415");
        }
    }

    @Test
    void aBodyThatIsNotUtf8IsRejected() throws IOException {
        assertThat(answer("", "Bohrloch Ä, 钻井".getBytes(UTF_8))).endsWith("Bohrloch Ä, 钻井");
        int[][] wrong = {
            {'a', 0xc0, 0xaf},
            {0xe0, 0x80, 0xaf},
            {0xed, 0xa0, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {'a', 0xc3},
            {'{', 0},
            {0, '{'},
            {0xff, 0xfe, '{', 0}
        };
        for (int[] codes : wrong) {
            byte[] body = new byte[codes.length];
            for (int i = 0; i < codes.length; i++) {
                body[i] = (byte) codes[i];
            }
            assertThat(answer("", body))
                    .as(Arrays.toString(codes))
                    .startsWith("HTTP/1.1 400")
                    .contains("not UTF-8");
        }
    }

    @Test
    void aBodyWithoutFreeMemoryGets503UntilMemoryIsReleased() throws IOException {
        byte[] half = " ".repeat(MEMORY / 2).getBytes(UTF_8);
        try (Socket first = connect();
                Socket second = connect()) {
            for (Socket upload : new Socket[] {first, second}) {
                begin(upload, "", half.length);
                upload.getOutputStream().write(half, 0, half.length - 1);
            }
            awaitFullMemory();
            String refused = answer("", half);
            assertThat(refused).startsWith("HTTP/1.1 503").contains("Retry-After: ", "urn:derrick:problem:unavailable");
            first.getOutputStream().write(' ');
            assertThat(rest(first)).startsWith("HTTP/1.1 200");
        }
        String taken = "";
        for (int attempt = 0; attempt < ATTEMPTS && !taken.startsWith("HTTP/1.1 200"); attempt++) {
            taken = answer("", half);
        }
        assertThat(taken).startsWith("HTTP/1.1 200");
    }

    @Test
    void aSlowBodyTimesOut() throws IOException {
        try (Socket upload = connect()) {
            begin(upload, "", 9999);
            upload.getOutputStream().write(' ');
            String answer = "";
            upload.setSoTimeout(20);
            for (int attempt = 0; attempt < ATTEMPTS && answer.isEmpty(); attempt++) {
                NANOS.addAndGet(Duration.ofSeconds(11).toNanos());
                upload.getOutputStream().write(' ');
                answer = restSoFar(upload);
            }
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aClientThatExpects100ContinueGetsIt() throws IOException {
        try (Socket upload = connect()) {
            begin(upload, "Expect: 100-continue\r\n", 2);
            String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(new String(upload.getInputStream().readNBytes(goOn.length()), UTF_8))
                    .isEqualTo(goOn);
            upload.getOutputStream().write("ok".getBytes(UTF_8));
            assertThat(rest(upload)).startsWith("HTTP/1.1 200").endsWith("ok");
        }
        try (Socket upload = connect()) {
            begin(upload, "Expect: 100-continue\r\nContent-Encoding: br\r\n", 2);
            assertThat(rest(upload)).startsWith("HTTP/1.1 415");
        }
    }

    private static void awaitFullMemory() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (LIMIT.hasRoomFor(1) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(LIMIT.hasRoomFor(1)).isFalse();
    }

    private static void assertRefused(byte[] packed, String how) throws IOException {
        assertThat(answer("Content-Encoding: gzip\r\n", packed)).as(how).startsWith("HTTP/1.1 400");
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("localhost", CONNECTOR.getLocalPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void begin(Socket socket, String headers, int length) throws IOException {
        socket.getOutputStream()
                .write("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(length, headers)
                        .getBytes(UTF_8));
    }

    private static String answer(String headers, byte[] body) throws IOException {
        try (Socket socket = connect()) {
            begin(socket, headers, body.length);
            socket.getOutputStream().write(body);
            return rest(socket);
        }
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private static String restSoFar(Socket socket) throws IOException {
        try {
            return rest(socket);
        } catch (java.net.SocketTimeoutException nothingYet) {
            return "";
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
