package derrick.api.http;

import derrick.api.http.RequestBody.Refused;
import derrick.api.problem.Problem;
import derrick.api.problem.StatusMessages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Receives the bodies of requests: whole, unpacked, verified and in UTF-8, before anything behind it sees the request.
 * No thread waits for a body, so that uploads over slow lines keep nobody from being served.
 */
public final class RequestBodyHandler extends Handler.Wrapper {
    /** The methods whose requests may have a body. */
    static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /** Bytes of a refused body that are read all the same. */
    private static final long MOST_DROPPED = 64L << 20;

    /** Bytes that have to arrive in each window, as over a line of 2400 bits per second. */
    private static final int LEAST_IN_WINDOW = 3_000;

    private final BodyMemoryLimit memory;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    RequestBodyHandler(BodyMemoryLimit memory, LongSupplier nanoTime) {
        this.memory = memory;
        this.nanoTime = nanoTime;
    }

    /** A handler that keeps to what a heap of this size has room for. */
    public static RequestBodyHandler forHeap(long bytes) {
        return new RequestBodyHandler(BodyMemoryLimit.ofHeap(bytes), System::nanoTime);
    }

    /** How many requests the heap lets be worked on at a time, once their bodies are there. */
    public int requestsAtOnce() {
        return memory.requestsAtOnce();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= memory.largestDocument() && !WITH_BODY.contains(request.getMethod())) {
            PageMemory page = new PageMemory(memory);
            request.setAttribute(PageMemory.class.getName(), page);
            Request.addCompletionListener(request, failure -> page.close());
            return super.handle(request, response, callback);
        }
        new Upload(request, response, callback).begin();
        return true;
    }

    /** One request while its body arrives. It goes on in {@link #run} whenever there is more to read. */
    private final class Upload implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final RequestBody received = new RequestBody(memory);
        private final RequestBody unpacked = new RequestBody(memory);
        private long windowBegun = nanoTime.getAsLong();
        private int windowBytes;
        private long dropped;
        private boolean continued;

        Upload(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        void begin() {
            Request.addCompletionListener(request, failure -> close());
            try {
                requireKnownEncodings();
                received.expect(request.getLength());
            } catch (Refused refused) {
                refuse(refused.problem());
                return;
            }
            if (awaitsContinue()) {
                continued = true;
                // What comes of it is dealt with in both cases.
                var unused = response.writeInterim(HttpStatus.CONTINUE_100, HttpFields.EMPTY)
                        .whenComplete((done, failure) -> goOn(failure));
            } else {
                run();
            }
        }

        private void goOn(@Nullable Throwable failure) {
            if (failure == null) {
                run();
            } else {
                callback.failed(failure);
            }
        }

        @Override
        public void run() {
            try {
                receive();
            } catch (Refused refused) {
                refuse(refused.problem());
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        }

        private void receive() throws Exception {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    throw refused(chunk.getFailure());
                }
                boolean last = chunk.isLast();
                try {
                    windowBytes += chunk.remaining();
                    received.add(chunk.getByteBuffer());
                } finally {
                    chunk.release();
                }
                if (last) {
                    serve();
                    return;
                }
                requireProgress();
            }
        }

        private void requireProgress() {
            long now = nanoTime.getAsLong();
            if (now - windowBegun < WINDOW_NANOS) {
                return;
            }
            if (windowBytes < LEAST_IN_WINDOW) {
                throw refused(HttpStatus.REQUEST_TIMEOUT_408);
            }
            windowBegun = now;
            windowBytes = 0;
        }

        private void serve() throws Exception {
            RequestBody body = received;
            if (isGzip()) {
                GzipDecoder.decode(received.content(), unpacked);
                received.close();
                body = unpacked;
            }
            body.requireUtf8();
            request.setAttribute(RequestBody.class.getName(), body);
            if (!RequestBodyHandler.super.handle(new ReceivedRequest(request, body), response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        }

        private void requireKnownEncodings() {
            HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
            if (type != null && !isUtf8(type)) {
                throw refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
            }
            if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)
                    && !isGzip()
                    && !encoding().equals("identity")) {
                throw refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
            }
        }

        private boolean isGzip() {
            return GZIP.contains(encoding());
        }

        /** The encodings of the body in the order they were applied. */
        private String encoding() {
            return String.join(",", request.getHeaders().getCSV(HttpHeader.CONTENT_ENCODING, false))
                    .toLowerCase(Locale.ROOT);
        }

        /**
         * Answers once the rest of the body has arrived and was dropped: a client that still sends when the connection
         * is closed would not see the answer. One that waits for a 100, or has much more to send, is answered at once.
         */
        private void refuse(Problem problem) {
            close();
            if (awaitsContinue() || request.getLength() > MOST_DROPPED) {
                ContainerProblems.refuse(request, response, callback, problem);
            } else {
                drop(problem, nanoTime.getAsLong());
            }
        }

        private void drop(Problem problem, long begun) {
            boolean goesOn = true;
            while (goesOn) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(() -> drop(problem, begun));
                    return;
                }
                dropped += chunk.remaining();
                goesOn = !chunk.isLast()
                        && !Content.Chunk.isFailure(chunk)
                        && dropped < MOST_DROPPED
                        && nanoTime.getAsLong() - begun < WINDOW_NANOS;
                chunk.release();
            }
            ContainerProblems.refuse(request, response, callback, problem);
        }

        private boolean awaitsContinue() {
            return !continued && request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
        }

        private void close() {
            received.close();
            unpacked.close();
        }
    }

    private static boolean isUtf8(HttpField contentType) {
        try {
            Charset charset = MimeTypes.getCharsetFromContentType(contentType);
            return charset == null || charset.equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static Refused refused(int status) {
        return new Refused(Problem.ofStatus(status, StatusMessages.of(status)));
    }

    /** Whatever ends a body early is how it came: cut off, stalled or badly framed. */
    private static Refused refused(Throwable unreadable) {
        if (unreadable instanceof TimeoutException) {
            return refused(HttpStatus.REQUEST_TIMEOUT_408);
        }
        return refused(unreadable instanceof HttpException http ? http.getCode() : HttpStatus.BAD_REQUEST_400);
    }
}
