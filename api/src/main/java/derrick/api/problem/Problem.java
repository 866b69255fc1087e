package derrick.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A problem document (RFC 9457).
 *
 * @param detail what is wrong with this request, and what helps
 * @param traceId identifies this response; the log has the details under it
 * @param errors the invalid fields, if there are any
 * @param members the additional members of this problem type
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonProperty("trace_id") String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {
    /** The media type of problem documents. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** The Retry-After header: seconds after which the client may try again. */
    public static final String RETRY_AFTER = "2";

    /**
     * An invalid field or parameter.
     *
     * @param row the row of the document, counted from 1; 0 for a parameter
     */
    public record FieldError(
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long row, String field, String reason) {}

    /** Creates a problem of a type, with the status of that type. */
    public static Problem of(ProblemType type, String detail) {
        return of(type, type.status(), detail, List.of());
    }

    /** Creates a problem with one invalid field. */
    public static Problem of(ProblemType type, String detail, FieldError error) {
        return of(type, type.status(), detail, List.of(error));
    }

    /** Creates a problem from an HTTP status. */
    public static Problem ofStatus(int status, String detail) {
        return of(ProblemType.ofStatus(status), status, detail, List.of());
    }

    private static Problem of(ProblemType type, int status, String detail, List<FieldError> errors) {
        String traceId = "%016x".formatted(ThreadLocalRandom.current().nextLong());
        return new Problem(type.urn(), type.title(), status, detail, traceId, errors, Map.of());
    }

    /** Returns the same problem with additional members. */
    public Problem with(Map<String, Object> additional) {
        return new Problem(type, title, status, detail, traceId, errors, additional);
    }

    /** Returns the problem as a response, with a Retry-After header if it is temporary. */
    public Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        return (mayBeRetried() ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER) : response).build();
    }

    /** Whether the same request may succeed later. */
    public boolean mayBeRetried() {
        return status == ProblemType.UNAVAILABLE.status();
    }
}
