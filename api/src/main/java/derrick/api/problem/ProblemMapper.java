package derrick.api.problem;

import derrick.api.problem.Problem.FieldError;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.store.StoreUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps exceptions to problem documents. Expected exceptions keep their message. An unexpected one is logged under the
 * trace id, and the response does not describe it.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException rejection) {
            return rejected(rejection.getResponse());
        }
        return problem(error).response();
    }

    private static Problem problem(Throwable error) {
        if (error instanceof InvalidParameter invalid) {
            return Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    invalid.getMessage() + ".",
                    new FieldError(0, invalid.parameter(), invalid.reason()));
        }
        if (error instanceof MalformedDocument malformed) {
            return Problem.of(
                    ProblemType.MALFORMED_DOCUMENT,
                    "No record was stored: " + malformed.getMessage() + ".",
                    new FieldError(malformed.row(), malformed.field(), malformed.reason()));
        }
        if (error instanceof StoreUnavailable) {
            Problem problem = Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The database does not answer, is read-only or has no free resources; try again later.");
            LOG.warn("{}: {}", problem.traceId(), error.getMessage(), error);
            return problem;
        }
        if (error instanceof HttpException unreadable) {
            return Problem.ofStatus(unreadable.getCode(), StatusMessages.of(unreadable.getCode()));
        }
        if (error instanceof EofException) {
            return Problem.of(ProblemType.BAD_REQUEST, "The request ended before it was complete.");
        }
        Problem problem = Problem.of(ProblemType.INTERNAL_ERROR, StatusMessages.of(500));
        LOG.error("{}: unexpected error", problem.traceId(), error);
        return problem;
    }

    private static Response rejected(Response original) {
        int status = original.getStatus();
        if (original.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION || original.hasEntity()) {
            return original;
        }
        Response response = Problem.ofStatus(status, StatusMessages.of(status)).response();
        Object allowed = original.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }
}
