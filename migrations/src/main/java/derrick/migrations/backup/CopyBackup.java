package derrick.migrations.backup;

import derrick.migrations.backup.TableDefinition.QualifiedName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes the rows of a database by COPY in text format, which each version of PostgreSQL can read.
 *
 * @param tables the tables and columns that the revisions create
 * @param sequences the sequences that the revisions create
 * @param unmanaged the objects that are not written
 */
record CopyBackup(
        DatabaseSnapshot snapshot,
        List<TableDefinition> tables,
        List<QualifiedName> sequences,
        UnmanagedObjects unmanaged) {
    /**
     * Compares a database with a scratch database that the revisions created.
     *
     * @param snapshot the snapshot of the database
     */
    static CopyBackup of(DataSource database, DatabaseSnapshot snapshot, DataSource scratch) throws SQLException {
        try (DatabaseSnapshot scratchSnapshot = DatabaseSnapshot.of(scratch)) {
            Map<QualifiedName, TableDefinition> revisionTables = scratchSnapshot.tables().stream()
                    .collect(Collectors.toMap(TableDefinition::name, Function.identity()));
            Set<QualifiedName> revisionSequences =
                    Set.copyOf(scratchSnapshot.queries().sequences());
            return new CopyBackup(
                    snapshot,
                    snapshot.tables().stream()
                            .filter(table -> revisionTables.containsKey(table.name()) || isHistory(table))
                            .map(table -> Optional.ofNullable(revisionTables.get(table.name()))
                                    .map(table::withColumnsOf)
                                    .orElse(table))
                            .toList(),
                    snapshot.queries().sequences().stream()
                            .filter(revisionSequences::contains)
                            .toList(),
                    UnmanagedObjects.in(
                            database,
                            snapshot.queries().connection(),
                            scratch,
                            scratchSnapshot.queries().connection()));
        }
    }

    /** Returns true for the history table, which no revision creates. */
    private static boolean isHistory(TableDefinition table) {
        return table.name().name().equals(CatalogQueries.HISTORY_TABLE);
    }

    Manifest writeTo(BackupWriter target, Manifest empty) throws IOException, SQLException {
        CopyManager copies =
                snapshot.queries().connection().unwrap(PGConnection.class).getCopyAPI();
        List<Manifest.TableContent> written = new ArrayList<>();
        for (TableDefinition table : tables) {
            String name = "tables/%d-%s.copy"
                    .formatted(written.size() + 1, table.name().toString().replaceAll("[^A-Za-z0-9_.]", "_"));
            long[] rows = {0};
            Manifest.Entry entry = target.add(name, true, out -> rows[0] = copies.copyOut(table.copyOut(), out));
            written.add(new Manifest.TableContent(table, rows[0], Optional.of(entry)));
        }
        List<Manifest.SequencePosition> positions = new ArrayList<>();
        for (QualifiedName sequence : sequences) {
            positions.add(snapshot.queries().position(sequence));
        }
        return empty.byCopy(
                written,
                positions,
                new GrantsAndSettings(snapshot.queries().connection()).managedSettings(),
                unmanaged.sentences());
    }
}
