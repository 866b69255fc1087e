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
 * The bytes of one request's body, as far as they have arrived. They count against {@link BodyMemoryLimit} until
 * closed.
 */
final class RequestBody implements AutoCloseable {
    private static final int FIRST_CAPACITY = 8 << 10;
    private static final int CHARACTERS_AT_ONCE = 8 << 10;

    private final BodyMemoryLimit memory;
    private final long largest;
    private byte[] bytes = new byte[0];
    private int length;

    /** Says why a body is refused. */
    static final class Refused extends RuntimeException {
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.detail());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    RequestBody(BodyMemoryLimit memory) {
        this.memory = memory;
        this.largest = memory.largestDocument();
    }

    /**
     * Refuses a body by the length that its request declares, before anything of it is read.
     *
     * @param declared the length, or -1 if it is not declared
     */
    void expect(long declared) {
        if (declared > largest) {
            throw tooLarge();
        }
        if (!memory.hasRoomFor(declared)) {
            throw noRoom();
        }
    }

    /** Appends what has arrived. */
    void add(ByteBuffer arrived) {
        int more = arrived.remaining();
        reserve(more);
        arrived.get(bytes, length, more);
        length += more;
    }

    /** Appends bytes that are known to be there. */
    void add(byte[] source, int count) {
        reserve(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
    }

    int length() {
        return length;
    }

    /** What has arrived, to be read only. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    /** The same as a stream, which can be reset to its beginning. */
    InputStream stream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** Refuses a body that is no UTF-8: overlong forms and halves of surrogates are none, and neither is UTF-16. */
    void requireUtf8() {
        if (length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
            throw notUtf8(1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer content = content();
        CharBuffer scratch = CharBuffer.allocate(CHARACTERS_AT_ONCE);
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
        if (more > largest - length) {
            throw tooLarge();
        }
        if (length + more <= bytes.length) {
            return;
        }
        int capacity = (int) Math.min(largest, Math.max(length + more, Math.max(FIRST_CAPACITY, 2L * bytes.length)));
        if (!memory.take(capacity - bytes.length)) {
            throw noRoom();
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }

    private Refused tooLarge() {
        return new Refused(Problem.of(
                ProblemType.TOO_LARGE,
                "A document has at most %d bytes, unpacked; send less at a time.".formatted(largest)));
    }

    private static Refused noRoom() {
        return new Refused(Problem.of(
                ProblemType.UNAVAILABLE, "Other requests take the memory for documents; try again, or send less."));
    }

    private static Refused notUtf8(int position) {
        return new Refused(Problem.of(
                ProblemType.MALFORMED_DOCUMENT,
                "Nothing of it was stored: the document is not UTF-8, at byte %d.".formatted(position)));
    }

    @Override
    public void close() {
        memory.giveBack(bytes.length);
        bytes = new byte[0];
        length = 0;
    }
}
