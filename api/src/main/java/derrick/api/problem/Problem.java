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
 * A problem document as RFC 9457 has it.
 *
 * @param detail what went wrong this time, and what would have been right
 * @param traceId names this one answer; the log carries it beside what the client is not told
 * @param errors the fields that were wrong, if it comes down to fields
 * @param members what else this kind of problem has to say
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
    /** The media type of these documents. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** Seconds after which it is worth trying again. */
    public static final String RETRY_AFTER = "2";

    /**
     * A field that was wrong.
     *
     * @param row the row of the document it stands in, the first is 1; 0 where there are no rows
     */
    public record FieldError(
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) long row, String field, String reason) {}

    /** A problem of a kind, with the status of that kind. */
    public static Problem of(ProblemType type, String detail) {
        return of(type, type.status(), detail, List.of());
    }

    /** A problem that comes down to one field. */
    public static Problem of(ProblemType type, String detail, FieldError error) {
        return of(type, type.status(), detail, List.of(error));
    }

    /** A problem for which only an HTTP status is known. */
    public static Problem ofStatus(int status, String detail) {
        return of(ProblemType.ofStatus(status), status, detail, List.of());
    }

    private static Problem of(ProblemType type, int status, String detail, List<FieldError> errors) {
        String traceId = "%016x".formatted(ThreadLocalRandom.current().nextLong());
        return new Problem(type.urn(), type.title(), status, detail, traceId, errors, Map.of());
    }

    /** The same problem with more to say. */
    public Problem with(Map<String, Object> more) {
        return new Problem(type, title, status, detail, traceId, errors, more);
    }

    /** The problem as an answer; one that passes by itself says when to try again. */
    public Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        return (passes() ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER) : response).build();
    }

    /** Whether the same request may well succeed a little later. */
    public boolean passes() {
        return status == ProblemType.UNAVAILABLE.status();
    }
}
