package derrick.api.http;

import derrick.api.problem.Problem;
import derrick.api.problem.StatusMessages;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Restricts the admin port to health and metrics. Dropwizard's other admin pages return 404. */
public final class AdminRoutes extends Handler.Wrapper {
    private static final Set<String> SERVED = Set.of("/healthcheck", "/metrics");

    private final String connector;

    /** @param connector the name of the connector that this handler restricts */
    public AdminRoutes(String connector) {
        this.connector = connector;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!connector.equals(request.getConnectionMetaData().getConnector().getName())) {
            return super.handle(request, response, callback);
        }
        if (!SERVED.contains(Request.getPathInContext(request))) {
            reject(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            reject(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static void reject(Request request, Response response, Callback callback, int status) {
        ContainerProblems.reject(request, response, callback, Problem.ofStatus(status, StatusMessages.of(status)));
    }
}
