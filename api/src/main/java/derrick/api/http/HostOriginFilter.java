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
 * Rejects requests of web pages by their Host and Origin headers. A page that a browser on this machine shows can send
 * requests to a loopback address: under a name of its own that resolves to it, which the host gives away, or across
 * origins, which the origin gives away.
 */
public final class HostOriginFilter extends Handler.Wrapper {
    private static final Set<String> OWN_NAMES = Set.of("localhost", LoopbackConnector.ADDRESS, "[::1]");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> objection = objection(request);
        if (objection.isEmpty()) {
            return super.handle(request, response, callback);
        }
        ContainerProblems.refuse(request, response, callback, Problem.of(ProblemType.FORBIDDEN, objection.get()));
        return true;
    }

    private static Optional<String> objection(Request request) {
        if (!OWN_NAMES.contains(Request.getServerName(request))) {
            return Optional.of(
                    "Only requests to localhost, 127.0.0.1 or [::1] are served; the Host header names another.");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return (origin == null || isOwn(origin, request)) && !isEmbedded(request)
                ? Optional.empty()
                : Optional.of("A page of another origin may not send this.");
    }

    /** Whether a page of another site asks for something to show in itself; a link that a person follows is none. */
    private static boolean isEmbedded(Request request) {
        return "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))
                && !"navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
    }

    private static boolean isOwn(String origin, Request request) {
        String own = "http://%s:%d".formatted(Request.getServerName(request), Request.getServerPort(request));
        return URI.create(own).toString().equals(origin);
    }
}
