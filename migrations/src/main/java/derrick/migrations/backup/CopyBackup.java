package derrick.migrations.backup;

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
 * Writes the rows of a database by COPY: as text, which any version of PostgreSQL reads, and a person too.
 *
 * @param tables those that the revisions make, with the columns that they make
 * @param sequences those that the revisions make
 * @param unmanaged what is not written
 */
record CopyBackup(
        DatabaseSnapshot snapshot,
        List<TableDefinition> tables,
        List<QualifiedName> sequences,
        UnmanagedObjects unmanaged) {
    /**
     * Compares a database with a scratch database that its revisions have made.
     *
     * @param snapshot of the first
     */
    static CopyBackup of(DataSource database, DatabaseSnapshot snapshot, DataSource scratch) throws SQLException {
        try (DatabaseSnapshot made = DatabaseSnapshot.of(scratch)) {
            Map<QualifiedName, TableDefinition> madeTables =
                    made.tables().stream().collect(Collectors.toMap(TableDefinition::name, Function.identity()));
            Set<QualifiedName> madeSequences = Set.copyOf(made.queries().sequences());
            return new CopyBackup(
                    snapshot,
                    snapshot.tables().stream()
                            .filter(table -> madeTables.containsKey(table.name()) || isHistory(table))
                            .map(table -> Optional.ofNullable(madeTables.get(table.name()))
                                    .map(table::withColumnsOf)
                                    .orElse(table))
                            .toList(),
                    snapshot.queries().sequences().stream()
                            .filter(madeSequences::contains)
                            .toList(),
                    UnmanagedObjects.in(database, snapshot.queries(), scratch, made.queries()));
        }
    }

    /** A database at base may have a history, though no revision makes it. */
    private static boolean isHistory(TableDefinition table) {
        return table.name().name().equals(CatalogQueries.HISTORY_TABLE);
    }

    Manifest writeTo(BackupWriter target, Manifest empty) throws IOException, SQLException {
        CopyManager copies =
                snapshot.queries().connection().unwrap(PGConnection.class).getCopyAPI();
        List<Manifest.Table> written = new ArrayList<>();
        for (TableDefinition table : tables) {
            String name = "tables/%d-%s.copy"
                    .formatted(written.size() + 1, table.name().toString().replaceAll("[^A-Za-z0-9_.]", "_"));
            long[] rows = {0};
            Manifest.Entry entry = target.add(name, true, out -> rows[0] = copies.copyOut(table.copyOut(), out));
            written.add(new Manifest.Table(table, rows[0], Optional.of(entry)));
        }
        List<Manifest.Sequence> positions = new ArrayList<>();
        for (QualifiedName sequence : sequences) {
            positions.add(snapshot.queries().position(sequence));
        }
        return empty.byCopy(
                written, positions, new GrantsAndSettings(snapshot.queries()).managedSettings(), unmanaged.sentences());
    }
}
