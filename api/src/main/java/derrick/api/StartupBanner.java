package derrick.api;

import derrick.api.logs.LogSettings;
import derrick.migrations.revision.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text that is printed when the server has started. */
final class StartupBanner {
    private StartupBanner() {}

    static List<String> lines(
            HttpService service, String database, Revision revision, UpOptions options, Path dataDir) {
        List<String> lines = new ArrayList<>();
        lines.add("Derrick %s is running, for this machine only: there is no login yet.".formatted(Version.own()));
        lines.add("  API       " + service.http());
        lines.add("  Health    " + service.admin() + "/healthcheck");
        lines.add("  Database  " + database + ", revision " + revision.id());
        lines.add("  Log       " + dataDir.resolve(LogSettings.FOLDER).resolve(LogSettings.FILE_NAME));
        if (options.demo()) {
            lines.add("  Demo      rigs demo-alpha and demo-bravo report every second");
        }
        lines.add("Try:");
        lines.add("  ./derrick import FILE --rig RIG"
                + options.dataDir().map(named -> " --data-dir " + quoted(named)).orElse(""));
        lines.add("  curl " + service.http() + "/api/v1/sensor-data/latest");
        lines.add("Press Ctrl-C to stop it.");
        return lines;
    }

    /** Quotes a path for a shell, if it needs that. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
