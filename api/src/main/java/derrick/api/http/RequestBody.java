package derrick.api.http;

import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The received bytes of a request body. They count against {@link BodyMemoryLimit} until the body is closed.
 */
final class RequestBody implements AutoCloseable {
    private static final int INITIAL_CAPACITY = 8 << 10;
    private static final int DECODER_BUFFER = 8 << 10;

    private final BodyMemoryLimit memory;
    private final long maxLength;
    private byte[] bytes = new byte[0];
    private int length;

    /** Thrown when a body is rejected. */
    static final class BodyRejected extends RuntimeException {
        private final transient Problem problem;

        BodyRejected(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    RequestBody(BodyMemoryLimit memory) {
        this.memory = memory;
        this.maxLength = memory.documentMax();
    }

    /**
     * Checks the declared length of a body before it is read.
     *
     * @param declared the length, or -1 if the request does not declare it
     * @throws BodyRejected if the body is too large or no memory is free for it
     */
    void checkLength(long declared) {
        if (declared > maxLength) {
            throw tooLarge();
        }
        if (!memory.hasRoomFor(declared)) {
            throw noMemory();
        }
    }

    /** Appends bytes. */
    void add(ByteBuffer source) {
        int count = source.remaining();
        reserve(count);
        source.get(bytes, length, count);
        length += count;
    }

    /** Appends the first bytes of an array. */
    void add(byte[] source, int count) {
        reserve(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    /** Returns the received bytes, which the caller must not change. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** Returns the received bytes as a stream, which can be reset to its beginning. */
    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** @throws BodyRejected if the body is not valid UTF-8: UTF-16, overlong forms and lone surrogates are not */
    void requireUtf8() {
        if (length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
            throw notUtf8(1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer content = content();
        CharBuffer scratch = CharBuffer.allocate(DECODER_BUFFER);
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(content, scratch, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw notUtf8(content.position() + 1);
        }
    }

    private void reserve(int more) {
        if (more > maxLength - length) {
            throw tooLarge();
        }
        if (length + more <= bytes.length) {
            return;
        }
        int capacity =
                (int) Math.min(maxLength, Math.max(length + more, Math.max(INITIAL_CAPACITY, 2L * bytes.length)));
        if (!memory.reserve(capacity - bytes.length)) {
            throw noMemory();
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }

    private BodyRejected tooLarge() {
        return new BodyRejected(Problem.of(
                ProblemType.TOO_LARGE,
                "The document has more than %d bytes (uncompressed); send it in parts.".formatted(maxLength)));
    }

    private static BodyRejected noMemory() {
        return new BodyRejected(Problem.of(
                ProblemType.UNAVAILABLE,
                "Other requests use the memory for documents; try again, or send a smaller document."));
    }

    private static BodyRejected notUtf8(int position) {
        return new BodyRejected(Problem.of(
                ProblemType.MALFORMED_DOCUMENT,
                "No record was stored: the document is not UTF-8, at byte %d.".formatted(position)));
    }

    @Override
    public void close() {
        memory.release(bytes.length);
        bytes = new byte[0];
        length = 0;
    }
}
