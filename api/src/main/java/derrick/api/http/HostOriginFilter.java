package derrick.api.http;

import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Rejects requests of web pages by their Host and Origin headers. A web page in a browser on this machine can send
 * requests to a loopback address in two ways: through a host name of its own that resolves to it (DNS rebinding), and
 * across origins.
 */
public final class HostOriginFilter extends Handler.Wrapper {
    private static final Set<String> OWN_NAMES = Set.of("localhost", LoopbackConnector.ADDRESS, "[::1]");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> reason = rejectionReason(request);
        if (reason.isEmpty()) {
            return super.handle(request, response, callback);
        }
        ContainerProblems.reject(request, response, callback, Problem.of(ProblemType.FORBIDDEN, reason.get()));
        return true;
    }

    private static Optional<String> rejectionReason(Request request) {
        if (!OWN_NAMES.contains(Request.getServerName(request))) {
            return Optional.of("The Host header must name localhost, 127.0.0.1 or [::1].");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return (origin == null || isOwn(origin, request)) && !isEmbedded(request)
                ? Optional.empty()
                : Optional.of("Web pages of other origins may not send requests.");
    }

    /** Whether a page of another site embeds the response. Following a link from another site is allowed. */
    private static boolean isEmbedded(Request request) {
        return "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))
                && !"navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
    }

    private static boolean isOwn(String origin, Request request) {
        String own = "http://%s:%d".formatted(Request.getServerName(request), Request.getServerPort(request));
        return URI.create(own).toString().equals(origin);
    }
}
