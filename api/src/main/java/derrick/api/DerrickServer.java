package derrick.api;

import derrick.api.database.DatabaseHealthCheck;
import derrick.api.http.HealthServlet;
import derrick.api.http.RequestBodyFilter;
import derrick.api.problem.ProblemMapper;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The Dropwizard application, which the command {@code up} starts. */
public final class DerrickServer extends Application<DerrickConfiguration> {
    public static void main(String[] arguments) {
        System.exit(CommandLine.run(new FileOutputStream(FileDescriptor.out), System.err, arguments));
    }

    @Override
    public String getName() {
        return "derrick";
    }

    @Override
    public void run(DerrickConfiguration configuration, Environment environment) {
        var jersey = environment.jersey();
        jersey.register(new ProblemMapper());
        jersey.register(new RequestBodyFilter());
        ApiModule.resources(configuration.database()).forEach(jersey::register);
        environment
                .healthChecks()
                .register("database", new DatabaseHealthCheck(configuration.database(), configuration.outage()));
        environment
                .admin()
                .addServlet("health", new HealthServlet(environment.healthChecks(), environment.getObjectMapper()))
                .addMapping("/healthcheck");
    }
}
