package derrick.migrations.revision;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** The history of a database and the scripts contradict each other. The message names each file and its cure. */
public final class HistoryConflict extends RuntimeException {
    HistoryConflict(List<String> conflicts) {
        super(String.join("; ", conflicts));
    }

    static String edited(HistoryRow row, Script script) {
        return ("%s was edited since it was %s: its checksum was %d and is %d; put it back as it was and write a new"
                        + " revision, or, if the database is what it makes now, run 'derrick stamp current'")
                .formatted(script.path(), applied(row), row.checksum().orElseThrow(), script.checksum());
    }

    static String missing(HistoryRow row) {
        return ("%s is missing, though the database has it, %s;"
                        + " put the file back, or take a newer version of the platform")
                .formatted(row.script(), applied(row));
    }

    static String failed(HistoryRow row) {
        return "%s broke off half way when it was %s; run '%s' again, which goes on from there"
                .formatted(row.script(), applied(row), row.leadsBack() ? "downgrade" : "upgrade");
    }

    static String foreign(String version, String script) {
        return ("%s was applied as version %s, but a revision has a whole number of at most nine digits;"
                        + " the history is not one of revisions")
                .formatted(script, version);
    }

    static String belowBaseline(HistoryRow row) {
        return "the history begins with a baseline at %03d, %s; nobody knows what leads to base from there"
                .formatted(row.number(), applied(row));
    }

    static String skipped(Script script, Revision current) {
        return "%s was slipped in below %s, which the database already has; give it a number above"
                .formatted(script.path(), current.name());
    }

    private static String applied(HistoryRow row) {
        return "applied by %s on %s"
                .formatted(row.installedBy(), row.installedOn().truncatedTo(ChronoUnit.SECONDS));
    }
}
