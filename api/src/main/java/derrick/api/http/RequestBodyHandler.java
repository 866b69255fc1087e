package derrick.api.http;

import derrick.api.http.RequestBody.BodyRejected;
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
 * Receives the whole body of a request, decompresses it and checks that it is UTF-8, before it passes the request on.
 * No thread waits for a body, so slow uploads do not delay other requests.
 */
public final class RequestBodyHandler extends Handler.Wrapper {
    /** The methods of requests that may have a body. */
    static final Set<String> BODY_METHODS = Set.of("POST", "PUT", "PATCH");

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    /** Bytes of a rejected body that are read and discarded. */
    private static final long DISCARDED_MAX = 64L << 20;

    /** Bytes that must arrive in each window, as over a line of 2400 bits per second. */
    private static final int WINDOW_BYTES_MIN = 3_000;

    private final BodyMemoryLimit memory;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock in nanoseconds */
    RequestBodyHandler(BodyMemoryLimit memory, LongSupplier nanoTime) {
        this.memory = memory;
        this.nanoTime = nanoTime;
    }

    /** Returns a handler whose memory is limited for a heap of this size. */
    public static RequestBodyHandler forHeap(long bytes) {
        return new RequestBodyHandler(BodyMemoryLimit.ofHeap(bytes), System::nanoTime);
    }

    /** Returns the number of requests whose bodies may be parsed at the same time. */
    public int concurrentRequests() {
        return memory.concurrentRequests();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= memory.documentMax() && !BODY_METHODS.contains(request.getMethod())) {
            PageMemory page = new PageMemory(memory);
            request.setAttribute(PageMemory.class.getName(), page);
            Request.addCompletionListener(request, failure -> page.close());
            return super.handle(request, response, callback);
        }
        new Upload(request, response, callback).begin();
        return true;
    }

    /** A request whose body is being received. Jetty calls {@link #run} when there is more to read. */
    private final class Upload implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final RequestBody received = new RequestBody(memory);
        private final RequestBody decompressed = new RequestBody(memory);
        private long windowBegun = nanoTime.getAsLong();
        private int windowBytes;
        private long discarded;
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
                received.checkLength(request.getLength());
            } catch (BodyRejected rejection) {
                reject(rejection.problem());
                return;
            }
            if (awaitsContinue()) {
                continued = true;
                // The callback handles success and failure, so the future is not needed.
                var unused = response.writeInterim(HttpStatus.CONTINUE_100, HttpFields.EMPTY)
                        .whenComplete((done, failure) -> onContinueSent(failure));
            } else {
                run();
            }
        }

        private void onContinueSent(@Nullable Throwable failure) {
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
            } catch (BodyRejected rejection) {
                reject(rejection.problem());
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
                    throw rejected(chunk.getFailure());
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
            if (windowBytes < WINDOW_BYTES_MIN) {
                throw rejected(HttpStatus.REQUEST_TIMEOUT_408);
            }
            windowBegun = now;
            windowBytes = 0;
        }

        private void serve() throws Exception {
            RequestBody body = received;
            if (isGzip()) {
                GzipDecoder.decode(received.content(), decompressed);
                received.close();
                body = decompressed;
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
                throw rejected(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
            }
            if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)
                    && !isGzip()
                    && !encoding().equals("identity")) {
                throw rejected(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
            }
        }

        private boolean isGzip() {
            return GZIP.contains(encoding());
        }

        /** Returns the content encodings of the body, in the order they were applied. */
        private String encoding() {
            return String.join(",", request.getHeaders().getCSV(HttpHeader.CONTENT_ENCODING, false))
                    .toLowerCase(Locale.ROOT);
        }

        /**
         * Responds with a problem after it has read and discarded the rest of the body: a client that still sends when
         * the connection is closed would not see the response. A client that waits for 100 Continue, or has much more
         * to send, gets the response at once.
         */
        private void reject(Problem problem) {
            close();
            if (awaitsContinue() || request.getLength() > DISCARDED_MAX) {
                ContainerProblems.reject(request, response, callback, problem);
            } else {
                discard(problem, nanoTime.getAsLong());
            }
        }

        private void discard(Problem problem, long start) {
            boolean more = true;
            while (more) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(() -> discard(problem, start));
                    return;
                }
                discarded += chunk.remaining();
                more = !chunk.isLast()
                        && !Content.Chunk.isFailure(chunk)
                        && discarded < DISCARDED_MAX
                        && nanoTime.getAsLong() - start < WINDOW_NANOS;
                chunk.release();
            }
            ContainerProblems.reject(request, response, callback, problem);
        }

        private boolean awaitsContinue() {
            return !continued && request.getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
        }

        private void close() {
            received.close();
            decompressed.close();
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

    private static BodyRejected rejected(int status) {
        return new BodyRejected(Problem.ofStatus(status, StatusMessages.of(status)));
    }

    /** Returns the problem of a body that ends early: truncated, stalled or badly framed. */
    private static BodyRejected rejected(Throwable unreadable) {
        if (unreadable instanceof TimeoutException) {
            return rejected(HttpStatus.REQUEST_TIMEOUT_408);
        }
        return rejected(unreadable instanceof HttpException http ? http.getCode() : HttpStatus.BAD_REQUEST_400);
    }
}
