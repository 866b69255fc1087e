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
 * A buffer of rows in the binary format of COPY, which the PostgreSQL manual describes under that command. Begin each
 * row with {@link #row}, then add the values in the order of the columns.
 */
public final class BinaryCopy {
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final int CHUNK_BYTES = 1 << 16;

    /** PostgreSQL's timestamps count from the start of 2000 in UTC, whatever the time zone of the session is. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES).put(HEADER);

    /** Begins a row. */
    public BinaryCopy row(int columns) {
        reserve(Short.BYTES).putShort((short) columns);
        return this;
    }

    /** Adds NULL. */
    public BinaryCopy nullValue() {
        reserve(Integer.BYTES).putInt(NULL);
        return this;
    }

    /** Adds a double precision value. */
    public BinaryCopy number(double value) {
        reserve(Integer.BYTES + Double.BYTES).putInt(Double.BYTES).putDouble(value);
        return this;
    }

    /** Adds a text value. */
    public BinaryCopy text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        reserve(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
        return this;
    }

    /** Adds a timestamptz value, cut to microseconds. */
    public BinaryCopy time(Instant value) {
        long microseconds = (value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000;
        reserve(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(microseconds);
        return this;
    }

    /** Runs a {@code COPY … FROM STDIN (FORMAT binary)} with the rows so far. May be called several times. */
    public void send(Handle handle, String statement) throws SQLException {
        reserve(Short.BYTES).putShort(bytes.position(), END);
        var data = new ByteArrayInputStream(bytes.array(), 0, bytes.position() + Short.BYTES);
        try {
            handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(statement, data, CHUNK_BYTES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the buffer with room for more bytes. */
    private ByteBuffer reserve(int size) {
        if (bytes.remaining() < size) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + size).put(bytes.flip());
        }
        return bytes;
    }
}
