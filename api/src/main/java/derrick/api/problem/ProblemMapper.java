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
 * Maps exceptions to problem documents. What was foreseen is told in its own words; anything else is logged under the
 * trace id of an answer that gives nothing away.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException refusal) {
            return refused(refusal.getResponse());
        }
        return problem(error).response();
    }

    private static Problem problem(Throwable error) {
        if (error instanceof InvalidParameter wrong) {
            return Problem.of(
                    ProblemType.INVALID_PARAMETER,
                    wrong.getMessage() + ".",
                    new FieldError(0, wrong.parameter(), wrong.reason()));
        }
        if (error instanceof MalformedDocument wrong) {
            return Problem.of(
                    ProblemType.MALFORMED_DOCUMENT,
                    "Nothing of it was stored: " + wrong.getMessage() + ".",
                    new FieldError(wrong.row(), wrong.field(), wrong.reason()));
        }
        if (error instanceof StoreUnavailable) {
            Problem problem = Problem.of(
                    ProblemType.UNAVAILABLE,
                    "The database does not answer, takes no writes or has no room for more at the moment.");
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
        LOG.error("{}: unexpected", problem.traceId(), error);
        return problem;
    }

    private static Response refused(Response refusal) {
        int status = refusal.getStatus();
        if (refusal.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION || refusal.hasEntity()) {
            return refusal;
        }
        Response answer = Problem.ofStatus(status, StatusMessages.of(status)).response();
        Object allowed = refusal.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }
}
