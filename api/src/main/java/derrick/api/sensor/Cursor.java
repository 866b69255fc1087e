package derrick.api.sensor;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * The cursor of the next page: the time of the last record of the page before. To clients it is an opaque text.
 */
record Cursor(Instant last) {
    /** @throws IllegalArgumentException if the text is not a cursor */
    static Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            Cursor cursor = new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS));
            if (cursor.text().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException nonsense) {
            // Falls through to the one sentence that there is to say.
        }
        throw new IllegalArgumentException("must be a next_cursor as it came with a page");
    }

    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The first time that the next page may begin with. */
    Instant next() {
        return last.plus(1, ChronoUnit.MICROS);
    }
}
