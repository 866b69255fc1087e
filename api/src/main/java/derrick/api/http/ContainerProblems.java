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
 * Writes the problem documents of errors that never reach a resource, such as malformed HTTP, headers that are too
 * large and unknown paths. Jetty's own messages are left out, since they may quote the request or a class.
 */
public final class ContainerProblems implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    /** The methods that every resource supports. */
    private static final String READ_METHODS = "GET, HEAD, OPTIONS";

    private final ObjectMapper json;

    public ContainerProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Rejects a request with a problem document. */
    static void reject(Request request, Response response, Callback callback, Problem problem) {
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
            headers.put(HttpHeader.ALLOW, READ_METHODS);
        }
        if (problem.mayBeRetried()) {
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
        int status = isLengthOverflow(cause)
                ? HttpStatus.PAYLOAD_TOO_LARGE_413
                : clientStatus(cause instanceof HttpException http ? http.getCode() : response.getStatus());
        Problem problem = Problem.ofStatus(status, StatusMessages.of(status));
        if (status == 500) {
            LOG.error("{}: unexpected error", problem.traceId(), cause instanceof Throwable error ? error : null);
        }
        return problem;
    }

    /** Whether the Content-Length is 2^63 or more. It is the only number for which the parser checks the overflow. */
    private static boolean isLengthOverflow(@Nullable Object cause) {
        return cause instanceof HttpException
                && cause instanceof Throwable failure
                && failure.getCause() instanceof ArithmeticException;
    }

    /** Maps the statuses of unsupported HTTP versions and transfer codings to 400: they are the client's errors. */
    private static int clientStatus(int status) {
        return switch (status) {
            case HttpStatus.UPGRADE_REQUIRED_426,
                    HttpStatus.NOT_IMPLEMENTED_501,
                    HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> HttpStatus.BAD_REQUEST_400;
            default -> status;
        };
    }
}
