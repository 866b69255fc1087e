package derrick.api.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body is received and decompressed. */
final class ReceivedRequest extends Request.Wrapper {
    private final int length;
    private final HttpFields headers;
    private Content.Chunk next;

    ReceivedRequest(Request request, RequestBody body) {
        super(request);
        this.length = body.length();
        this.headers = HttpFields.build(request.getHeaders())
                .remove(HttpHeader.CONTENT_ENCODING)
                .remove(HttpHeader.TRANSFER_ENCODING)
                .remove(HttpHeader.EXPECT)
                .put(HttpHeader.CONTENT_LENGTH, length);
        this.next = Content.Chunk.from(body.content(), true);
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = next;
        next = Content.Chunk.EOF;
        return chunk;
    }

    @Override
    public void demand(Runnable ready) {
        getContext().execute(ready);
    }

    @Override
    public boolean consumeAvailable() {
        next = Content.Chunk.EOF;
        return true;
    }
}
