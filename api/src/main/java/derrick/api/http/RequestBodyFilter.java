package derrick.api.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Rejects requests without a content type, and gives resources the received body as their input stream. */
public final class RequestBodyFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (RequestBodyHandler.BODY_METHODS.contains(request.getMethod()) && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
        if (request.getProperty(RequestBody.class.getName()) instanceof RequestBody body) {
            request.setEntityStream(body.stream());
        }
    }
}
