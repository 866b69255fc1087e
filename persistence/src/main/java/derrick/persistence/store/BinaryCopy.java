package derrick.persistence.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Rows in the format that PostgreSQL takes in fastest: that of {@code COPY … (FORMAT binary)}, described in its manual
 * under that command. Begin each row with the number of its columns, then give every column in turn.
 */
public final class BinaryCopy {
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int CHUNK_BYTES = 1 << 16;

    /** PostgreSQL counts from the start of 2000, in UTC, whatever the session's zone. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES).put(HEADER);

    public BinaryCopy row(int columns) {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    public BinaryCopy none() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    public BinaryCopy number(double value) {
        room(Integer.BYTES + Double.BYTES).putInt(Double.BYTES).putDouble(value);
        return this;
    }

    public BinaryCopy text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
        return this;
    }

    /** A time, of which microseconds are kept. */
    public BinaryCopy time(Instant value) {
        long microseconds = (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000;
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(microseconds);
        return this;
    }

    /** Sends the rows given so far with a {@code COPY … FROM STDIN (FORMAT binary)}; may be done more than once. */
    public void send(Handle handle, String statement) throws SQLException {
        room(Short.BYTES).putShort(bytes.position(), END);
        var document = new ByteArrayInputStream(bytes.array(), 0, bytes.position() + Short.BYTES);
        try {
            handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement, document, CHUNK_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ByteBuffer room(int size) {
        if (bytes.remaining() < size) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + size).put(bytes.flip());
        }
        return bytes;
    }
}
