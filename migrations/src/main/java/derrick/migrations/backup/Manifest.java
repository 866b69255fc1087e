package derrick.migrations.backup;

import derrick.migrations.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backup says about itself.
 *
 * @param database the name of the database
 * @param revision at which it was; empty for base, or if no revision made it
 * @param taken the instant of which all rows are, by the server's clock
 * @param serverVersion of the PostgreSQL they are from, such as 18.0
 * @param sequences only where the rows come from COPY
 * @param objects only where they do: all that is there besides rows
 * @param leftOut what else is there, and in no backup that COPY makes
 * @param dump empty where they do
 */
public record Manifest(
        String database,
        Optional<Revision> revision,
        Instant taken,
        String serverVersion,
        List<SavedTable> tables,
        List<SavedSequence> sequences,
        List<SavedObject> objects,
        List<String> leftOut,
        List<SavedRight> rights,
        List<SavedSetting> settings,
        Optional<SavedDump> dump) {
    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        objects = List.copyOf(objects);
        leftOut = List.copyOf(leftOut);
        rights = List.copyOf(rights);
        settings = List.copyOf(settings);
    }

    /** What read the rows: {@code pg_dump 15.18} or {@code copy}. */
    public String way() {
        return dump.map(saved -> "pg_dump " + saved.version()).orElse("copy");
    }

    /** How many tables there are. */
    public int tableCount() {
        return tables.size();
    }

    /** How many rows there are in all tables. */
    public long rowCount() {
        return tables.stream().mapToLong(SavedTable::rows).sum();
    }
}
