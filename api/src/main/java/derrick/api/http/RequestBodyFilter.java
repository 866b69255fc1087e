package derrick.api.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Refuses documents that do not say what they are, and lets resources read from memory what has arrived. */
public final class RequestBodyFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (RequestBodyHandler.WITH_BODY.contains(request.getMethod()) && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
        if (request.getProperty(RequestBody.class.getName()) instanceof RequestBody body) {
            request.setEntityStream(body.stream());
        }
    }
}
