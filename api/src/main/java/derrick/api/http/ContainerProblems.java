package derrick.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import derrick.api.problem.Problem;
import derrick.api.problem.StatusMessages;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what never reaches a resource: requests that are no HTTP, headers that are too large, addresses outside the
 * API, a server that is stopping. The container's own words are not repeated, since they may quote the request or a
 * class.
 */
public final class ContainerProblems implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    /** The methods that every address takes. */
    private static final String READING = "GET, HEAD, OPTIONS";

    private final ObjectMapper json;

    public ContainerProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Refuses a request for a reason that the client is told. */
    static void refuse(Request request, Response response, Callback callback, Problem problem) {
        request.setAttribute(Problem.class.getName(), problem);
        Response.writeError(request, response, callback, problem.status());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        Problem problem = problem(request, response);
        response.setStatus(problem.status());
        var headers = response.getHeaders();
        SecurityHeaders.addTo(headers);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED_405 && !headers.contains(HttpHeader.ALLOW)) {
            headers.put(HttpHeader.ALLOW, READING);
        }
        if (problem.passes()) {
            headers.put(HttpHeader.RETRY_AFTER, Problem.RETRY_AFTER);
        }
        byte[] body = json.writeValueAsBytes(problem);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Problem problem(Request request, Response response) {
        if (request.getAttribute(Problem.class.getName()) instanceof Problem known) {
            return known;
        }
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = isLengthBeyondNumbers(cause)
                ? HttpStatus.PAYLOAD_TOO_LARGE_413
                : ofClient(cause instanceof HttpException http ? http.getCode() : response.getStatus());
        Problem problem = Problem.ofStatus(status, StatusMessages.of(status));
        if (status == 500) {
            LOG.error("{}: unexpected", problem.traceId(), cause instanceof Throwable error ? error : null);
        }
        return problem;
    }

    /** Whether the parser gave up on a Content-Length of 2^63 or more, the only number that it computes exactly. */
    private static boolean isLengthBeyondNumbers(@Nullable Object cause) {
        return cause instanceof HttpException
                && cause instanceof Throwable refusal
                && refusal.getCause() instanceof ArithmeticException;
    }

    /**
     * HTTP has statuses of its own for versions and codings that are not known; to the client they are bad requests.
     */
    private static int ofClient(int status) {
        return switch (status) {
            case HttpStatus.UPGRADE_REQUIRED_426,
                    HttpStatus.NOT_IMPLEMENTED_501,
                    HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> HttpStatus.BAD_REQUEST_400;
            default -> status;
        };
    }
}
