package derrick.api.http;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What holds for every document that is sent in: it says what it is, it is UTF-8, and it is no larger than allowed, as
 * it comes and as it unpacks.
 */
public final class BodyRules implements ContainerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final long largest;

    /** @param largest the size in bytes that a document may have at most */
    public BodyRules(long largest) {
        this.largest = largest;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!WITH_BODY.contains(request.getMethod())) {
            return;
        }
        MediaType type = request.getMediaType();
        if (type == null || !isUtf8(type)) {
            throw new NotSupportedException();
        }
        if (request.getLength() > largest) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        request.setEntityStream(new LimitedStream(request.getEntityStream(), largest));
    }

    private static boolean isUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }
}
