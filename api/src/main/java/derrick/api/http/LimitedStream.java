package derrick.api.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** A body that ends in an error of the client's, and not in more data, where it grows too large or cannot be read. */
final class LimitedStream extends FilterInputStream {
    private final InputStream body;
    private long left;

    LimitedStream(InputStream body, long largest) {
        super(body);
        this.body = body;
        this.left = largest;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int got = received(buffer, offset, length);
        left -= Math.max(got, 0);
        if (left < 0) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return got;
    }

    @Override
    public long skip(long wanted) {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)], 0, (int) Math.min(wanted, 8192)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whatever goes wrong beneath is how the body came: cut off, stalled, badly framed or badly compressed. */
    private int received(byte[] buffer, int offset, int length) {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable.getCause() instanceof TimeoutException
                    ? new ClientErrorException(Response.Status.REQUEST_TIMEOUT, unreadable)
                    : new BadRequestException(unreadable);
        }
    }
}
