package derrick.migrations.backup;

import derrick.migrations.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The description of a backup, in the backup itself.
 *
 * @param database the name of the database
 * @param revision the last one applied; empty for base, or if no revision made the tables
 * @param taken the instant of which all rows are, by the server's clock
 * @param serverVersion of the PostgreSQL that the rows are from, such as 18.0
 * @param sequences only of a backup by COPY
 * @param grants only of one by pg_dump; of one by COPY the revisions make them
 * @param settings of the database; by COPY only those that Derrick makes
 * @param notKept differences to what the revisions make, which a backup by COPY does not keep
 * @param dump empty for a backup by COPY
 */
public record Manifest(
        String database,
        Optional<Revision> revision,
        Instant taken,
        String serverVersion,
        List<Table> tables,
        List<Sequence> sequences,
        List<Grant> grants,
        List<Setting> settings,
        List<String> notKept,
        Optional<Dump> dump) {
    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        grants = List.copyOf(grants);
        settings = List.copyOf(settings);
        notKept = List.copyOf(notKept);
    }

    /** A backup with no content yet. */
    static Manifest empty(String database, Optional<Revision> revision, Instant taken, String serverVersion) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same backup with its content by COPY. */
    Manifest byCopy(List<Table> copied, List<Sequence> positions, List<Setting> ours, List<String> differences) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                copied,
                positions,
                List.of(),
                ours,
                differences,
                Optional.empty());
    }

    /** The same backup with its content by pg_dump. */
    Manifest byDump(Dump written, List<Table> counted, List<Grant> all, List<Setting> allSettings) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                counted,
                List.of(),
                all,
                allSettings,
                List.of(),
                Optional.of(written));
    }

    /**
     * A file inside the backup.
     *
     * @param sha256 of its content, in hexadecimal digits
     */
    record Entry(String name, String sha256) {}

    /**
     * The rows of a table.
     *
     * @param rows how many
     * @param entry empty if they are in the dump
     */
    record Table(TableDefinition definition, long rows, Optional<Entry> entry) {}

    /**
     * The position of a sequence.
     *
     * @param called whether the last value was handed out already
     */
    record Sequence(QualifiedName name, long lastValue, boolean called) {}

    /**
     * A privilege of a role that does not own the object.
     *
     * @param object as GRANT names it; {@code DATABASE} alone is the database itself
     * @param privilege such as {@code SELECT}; empty if no other role has any
     * @param role empty for PUBLIC
     */
    record Grant(String object, Optional<String> privilege, Optional<String> role, boolean grantable) {}

    /**
     * A setting that sessions in the database begin with.
     *
     * @param role whose sessions; empty for all
     */
    record Setting(Optional<String> role, String name, String value) {
        boolean hasNameOf(Setting other) {
            return role.equals(other.role) && name.equals(other.name);
        }
    }

    /**
     * The file that pg_dump wrote.
     *
     * @param version of the program, such as 15.18
     */
    record Dump(String version, Entry entry) {}

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
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
