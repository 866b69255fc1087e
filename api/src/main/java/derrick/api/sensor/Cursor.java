package derrick.api.sensor;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * The cursor of the next page, an opaque text for clients.
 *
 * @param last the time of the last record of the previous page
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
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException malformed) {
            // Rejected below, with the same message as a cursor that is not in the form written here.
        }
        throw new IllegalArgumentException("must be the next_cursor of a page");
    }

    String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the earliest time of the next page. */
    Instant next() {
        return last.plus(1, ChronoUnit.MICROS);
    }
}
