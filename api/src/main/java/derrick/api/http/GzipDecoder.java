package derrick.api.http;

import derrick.api.http.RequestBody.Refused;
import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952): one member or several, each to its trailer, with its check sum and length verified. The
 * JDK's stream takes what follows a member, if that is no header, for the end of the data, and so loses what it holds.
 */
final class GzipDecoder {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final int BYTES_AT_ONCE = 32 << 10;

    private final ByteBuffer packed;
    private final RequestBody plain;
    private final byte[] piece = new byte[BYTES_AT_ONCE];

    private GzipDecoder(ByteBuffer packed, RequestBody plain) {
        this.packed = packed.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.plain = plain;
    }

    /**
     * Appends the unpacked bytes to the body.
     *
     * @throws Refused if the data are cut off, damaged or followed by something else
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
            throw refused("it is cut off");
        } catch (DataFormatException damaged) {
            throw refused("it is damaged");
        } finally {
            inflater.end();
        }
    }

    private void readHeader() {
        int start = packed.position();
        if ((packed.getShort() & 0xffff) != MAGIC || packed.get() != DEFLATE) {
            throw refused(start == 0 ? "it is none" : "other bytes follow it");
        }
        int flags = packed.get() & 0xff;
        if ((flags & RESERVED) != 0) {
            throw refused("its header has flags that are not defined");
        }
        // The time, the level and the system say nothing about the data.
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
                throw refused("its header is damaged");
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
        byte letter;
        do {
            letter = packed.get();
        } while (letter != 0);
    }

    private void readMember(Inflater inflater) throws DataFormatException {
        CRC32 check = new CRC32();
        inflater.setInput(packed);
        while (!inflater.finished()) {
            int count = inflater.inflate(piece);
            if (inflater.needsDictionary()) {
                throw new DataFormatException("gzip has no dictionaries");
            }
            if (count == 0 && inflater.needsInput()) {
                throw new BufferUnderflowException();
            }
            check.update(piece, 0, count);
            plain.add(piece, count);
        }
        if (packed.getInt() != (int) check.getValue() || packed.getInt() != (int) inflater.getBytesWritten()) {
            throw refused("its check sum does not fit");
        }
    }

    private static Refused refused(String reason) {
        return new Refused(Problem.of(
                ProblemType.BAD_REQUEST,
                "Nothing of it was stored: Content-Encoding says gzip, and %s.".formatted(reason)));
    }
}
