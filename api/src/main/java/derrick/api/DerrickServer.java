package derrick.api;

import derrick.api.database.DatabaseReady;
import derrick.api.http.BodyRules;
import derrick.api.http.HealthServlet;
import derrick.api.problem.Problems;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;

/** The Dropwizard application. It starts on the command line: {@code up} and its options. */
public final class DerrickServer extends Application<DerrickConfiguration> {
    public static void main(String[] arguments) {
        System.exit(CommandLine.run(System.out, System.err, arguments));
    }

    @Override
    public String getName() {
        return "derrick";
    }

    @Override
    public void run(DerrickConfiguration configuration, Environment environment) {
        var jersey = environment.jersey();
        jersey.register(new Problems());
        jersey.register(new BodyRules());
        Wiring.resources(configuration.database()).forEach(jersey::register);
        environment
                .healthChecks()
                .register("database", new DatabaseReady(configuration.database(), configuration.outage()));
        environment
                .admin()
                .addServlet("health", new HealthServlet(environment.healthChecks(), environment.getObjectMapper()))
                .addMapping("/healthcheck");
    }
}
