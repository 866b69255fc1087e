package derrick.api;

import derrick.api.logs.LogSettings;
import derrick.migrations.revision.Revision;
import java.nio.file.Path;
import java.util.List;

/** What a person reads when the server is up. */
final class Greeting {
    private Greeting() {}

    static List<String> lines(
            HttpService service, String database, Revision revision, UpOptions options, Path dataDir) {
        String folder = options.dataDir().map(named -> " --data-dir " + named).orElse("");
        return List.of(
                "Derrick %s is up, for this machine only: there is no login yet.".formatted(Version.own()),
                "  API       " + service.http(),
                "  Health    " + service.admin() + "/healthcheck",
                "  Database  " + database + ", revision " + revision.id(),
                "  Log       " + dataDir.resolve(LogSettings.FOLDER).resolve(LogSettings.FILE_NAME),
                "Try:",
                "  ./derrick import FILE --rig RIG" + folder,
                "  curl " + service.http() + "/api/v1/sensor-data/latest",
                "Ctrl-C stops it.");
    }
}
