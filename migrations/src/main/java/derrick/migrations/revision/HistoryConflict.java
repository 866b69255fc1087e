package derrick.migrations.revision;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** Thrown when the history of a database contradicts the scripts. The message names each file and its fix. */
public final class HistoryConflict extends RuntimeException {
    HistoryConflict(List<String> conflicts) {
        super(String.join("; ", conflicts));
    }

    static String edited(HistoryTable.Row row, Script script) {
        return ("%s was edited since it was %s: its checksum was %d and is %d; restore the file and write a new"
                        + " revision, or, if the database matches the edited file, run 'derrick stamp current'")
                .formatted(script.path(), applied(row), row.checksum().orElseThrow(), script.checksum());
    }

    static String missing(HistoryTable.Row row) {
        return ("%s is missing, but the database has it, %s;" + " restore the file, or use a newer version of Derrick")
                .formatted(row.script(), applied(row));
    }

    static String failed(HistoryTable.Row row) {
        return "%s failed when it was %s; run '%s' again, which continues it"
                .formatted(row.script(), applied(row), row.isDowngrade() ? "downgrade" : "upgrade");
    }

    static String foreign(String version, String script) {
        return ("%s was applied as version %s, but a revision has a whole number of at most nine digits;"
                        + " Derrick cannot continue this history")
                .formatted(script, version);
    }

    static String belowBaseline(HistoryTable.Row row) {
        return "cannot downgrade below %03d: the history begins with a baseline there, %s"
                .formatted(row.number(), applied(row));
    }

    static String skipped(Script script, Revision current) {
        return "%s is pending below %s, which the database already has; give it a higher number"
                .formatted(script.path(), current.name());
    }

    private static String applied(HistoryTable.Row row) {
        return "applied by %s on %s"
                .formatted(row.installedBy(), row.installedOn().truncatedTo(ChronoUnit.SECONDS));
    }
}
