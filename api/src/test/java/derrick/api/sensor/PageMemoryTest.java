package derrick.api.sensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.api.ServedApi;
import derrick.api.ServedApi.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits the memory of pages, with a heap that holds one page of the largest size. */
class PageMemoryTest {
    private static final String LARGEST = "limit=10000";

    /** The server notices later what a client sent or closed. */
    private static final int ATTEMPTS = 500;

    @RegisterExtension
    static final ServedApi api = ServedApi.withHeap(1);

    @ParameterizedTest
    @ValueSource(strings = {"?rig_id=a&", "/latest?"})
    void aPageThatDoesNotFitIsUnavailableUntilMemoryIsFree(String path) throws IOException {
        try (Socket upload = acceptedUpload()) {
            Answer refused = awaitStatus(503, path + LARGEST);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.body().get("type").asText()).isEqualTo("urn:derrick:problem:unavailable");
            assertThat(page(path + "limit=100").status()).isEqualTo(200);
            assertThat(page("/latest?rig_id=a&" + LARGEST).status()).isEqualTo(200);
            assertThat(upload.getInputStream().available()).isZero();
        }
        awaitStatus(200, path + LARGEST);
    }

    @Test
    void aPageReleasesItsMemoryOnceItIsWritten() {
        for (int page = 0; page < 3; page++) {
            awaitStatus(200, "/latest?" + LARGEST);
        }
    }

    /**
     * Begins to send a document, which reserves memory until it ends. The server refuses it while it still holds the
     * memory of the page before.
     */
    private static Socket acceptedUpload() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Socket upload = new Socket(api.http().getHost(), api.http().getPort());
            upload.getOutputStream().write("""
                            POST /api/v1/sensor-data HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: application/json\r
                            Content-Length: 9999\r
                            \r
                            [""".getBytes(UTF_8));
            upload.setSoTimeout(200);
            try {
                upload.getInputStream().read();
            } catch (SocketTimeoutException accepted) {
                return upload;
            }
            upload.close();
        }
        throw new AssertionError("no upload was accepted");
    }

    private static Answer awaitStatus(int status, String path) {
        Answer answer = page(path);
        for (int attempt = 1; attempt < ATTEMPTS && answer.status() != status; attempt++) {
            answer = page(path);
        }
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }

    private static Answer page(String path) {
        return api.get("/api/v1/sensor-data" + path);
    }
}
