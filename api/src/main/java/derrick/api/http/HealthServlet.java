package derrick.api.http;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/** Runs the health checks. Returns 200 if all pass, otherwise 503, with the message of each check. */
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient HealthCheckRegistry checks;
    private final transient ObjectMapper json;

    public HealthServlet(HealthCheckRegistry checks, ObjectMapper json) {
        this.checks = checks;
        this.json = json;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SortedMap<String, HealthCheck.Result> results = checks.runHealthChecks();
        boolean healthy = results.values().stream().allMatch(HealthCheck.Result::isHealthy);
        ObjectNode document = json.createObjectNode();
        results.forEach((name, result) -> {
            ObjectNode check = document.putObject(name).put("healthy", result.isHealthy());
            Optional.ofNullable(result.getMessage()).ifPresent(message -> check.put("message", message));
        });
        response.setStatus(healthy ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }
}
