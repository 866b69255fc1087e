package derrick.api.http;

import derrick.api.http.RequestBody.BodyRejected;
import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952) of one or several members, and verifies the checksum and length of each. The JDK's
 * {@code GZIPInputStream} ignores bytes after a member that are no header, and so loses data.
 */
final class GzipDecoder {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int BUFFER_BYTES = 32 << 10;

    private final ByteBuffer packed;
    private final RequestBody plain;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    private GzipDecoder(ByteBuffer packed, RequestBody plain) {
        this.packed = packed.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.plain = plain;
    }

    /**
     * Appends the decompressed bytes to the body.
     *
     * @throws BodyRejected if the data are truncated, damaged or followed by other bytes
     */
    static void decode(ByteBuffer packed, RequestBody plain) {
        GzipDecoder decoder = new GzipDecoder(packed, plain);
        Inflater inflater = new Inflater(true);
        try {
            do {
                decoder.readHeader();
                inflater.reset();
                decoder.readMember(inflater);
            } while (decoder.packed.hasRemaining());
        } catch (BufferUnderflowException cut) {
            throw rejected("is truncated");
        } catch (DataFormatException damaged) {
            throw rejected("is damaged");
        } finally {
            inflater.end();
        }
    }

    private void readHeader() {
        int start = packed.position();
        if ((packed.getShort() & 0xffff) != MAGIC || packed.get() != DEFLATE) {
            throw rejected(start == 0 ? "has no gzip header" : "is followed by other bytes");
        }
        int flags = packed.get() & 0xff;
        if ((flags & RESERVED) != 0) {
            throw rejected("has undefined flags in its header");
        }
        // The modification time, the compression level and the operating system are not needed.
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(packed.getShort() & 0xffff);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            CRC32 check = new CRC32();
            check.update(packed.duplicate().position(start).limit(packed.position()));
            if ((packed.getShort() & 0xffff) != (check.getValue() & 0xffff)) {
                throw rejected("has a damaged header");
            }
        }
    }

    private void skip(int count) {
        if (count > packed.remaining()) {
            throw new BufferUnderflowException();
        }
        packed.position(packed.position() + count);
    }

    private void skipText() {
        byte character;
        do {
            character = packed.get();
        } while (character != 0);
    }

    private void readMember(Inflater inflater) throws DataFormatException {
        CRC32 check = new CRC32();
        inflater.setInput(packed);
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (inflater.needsDictionary()) {
                throw new DataFormatException("gzip does not use preset dictionaries");
            }
            if (count == 0 && inflater.needsInput()) {
                throw new BufferUnderflowException();
            }
            check.update(buffer, 0, count);
            plain.add(buffer, count);
        }
        if (packed.getInt() != (int) check.getValue() || packed.getInt() != (int) inflater.getBytesWritten()) {
            throw rejected("does not match its checksum");
        }
    }

    private static BodyRejected rejected(String reason) {
        return new BodyRejected(
                Problem.of(ProblemType.BAD_REQUEST, "No record was stored: the gzip document %s.".formatted(reason)));
    }
}
