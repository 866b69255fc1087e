package derrick.migrations.revision;

import derrick.migrations.revision.HistoryEntry.RevisionState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads flyway_schema_history by JDBC. Starts no Flyway and needs only the right to read. */
public final class RevisionHistory {
    private final HistoryTable table;
    private final Revisions revisions;

    public RevisionHistory(DataSource dataSource, Revisions revisions) {
        this.table = new HistoryTable(dataSource);
        this.revisions = revisions;
    }

    /**
     * Returns the current revision and state of the database.
     *
     * @throws HistoryUnreadable if the database cannot be reached or the role may not read the history
     */
    public SchemaStatus status() {
        return status(table.read());
    }

    private SchemaStatus status(HistoryTable.HistoryContent content) {
        Optional<Revision> current = current(content);
        int behind = (int) revisions.all().stream()
                .filter(revision -> current.isEmpty() || revision.compareTo(current.get()) > 0)
                .count();
        return new SchemaStatus(current, revisions.head(), behind, state(content, current));
    }

    /** Returns the revisions that are not applied yet, oldest first; throws as {@link #status} does. */
    public List<Revision> pending() {
        Optional<Revision> current = current(table.read());
        return revisions.all().stream()
                .filter(revision -> current.isEmpty() || revision.compareTo(current.get()) > 0)
                .toList();
    }

    /** Returns the state of each revision, oldest first; throws as {@link #status} does. */
    public List<HistoryEntry> entries() {
        Map<Integer, HistoryEntry> entries = new TreeMap<>();
        revisions.all().forEach(revision -> entries.put(revision.number(), pending(revision)));
        for (HistoryTable.Row row : table.read().lastRows().values()) {
            entries.put(row.number(), entry(row));
        }
        return List.copyOf(entries.values());
    }

    /**
     * Returns the status of a database whose history agrees with the scripts.
     *
     * @param retried the directions whose failed scripts are accepted, because they run again
     * @throws HistoryConflict if an applied script was edited or is missing, a script failed, or a revision below the
     *     current one is pending
     */
    public SchemaStatus requireConsistent(Set<Direction> retried) {
        return requireConsistent(retried, true);
    }

    /** Returns the status for a stamp, which accepts edited and failed scripts. */
    public SchemaStatus requireStampable() {
        return requireConsistent(EnumSet.allOf(Direction.class), false);
    }

    private SchemaStatus requireConsistent(Set<Direction> retried, boolean rejectEdited) {
        HistoryTable.HistoryContent content = table.read();
        List<String> conflicts = conflicts(content, retried, rejectEdited);
        if (!conflicts.isEmpty()) {
            throw new HistoryConflict(conflicts);
        }
        return status(content);
    }

    /** Returns a message for each conflict between history and scripts. */
    public List<String> conflicts() {
        return conflicts(table.read(), Set.of(), true);
    }

    private List<String> conflicts(HistoryTable.HistoryContent content, Set<Direction> retried, boolean rejectEdited) {
        Optional<Revision> current = current(content);
        List<String> conflicts = new ArrayList<>();
        content.rows().foreign().forEach((version, script) -> conflicts.add(HistoryConflict.foreign(version, script)));
        for (HistoryTable.Row row : content.lastRows().values()) {
            switch (state(row)) {
                case EDITED -> {
                    if (rejectEdited) {
                        conflicts.add(HistoryConflict.edited(row, script(row)));
                    }
                }
                case MISSING -> conflicts.add(HistoryConflict.missing(row));
                case FAILED -> conflicts.addAll(failed(row, retried));
                case APPLIED, PENDING, UNDONE -> {}
            }
        }
        revisions.all().stream()
                .filter(revision -> current.isPresent() && revision.compareTo(current.get()) < 0)
                .filter(revision -> !content.isApplied(revision))
                .forEach(revision -> conflicts.add(
                        HistoryConflict.skipped(revisions.upgradeScript(revision), current.orElseThrow())));
        return conflicts;
    }

    /**
     * Checks that the history begins below a revision.
     *
     * @param goal empty for base
     * @throws HistoryConflict if it begins with a baseline above the goal
     */
    public void requireDowngradeTo(Optional<Revision> goal) {
        int number = goal.map(Revision::number).orElse(0);
        table.read().lastRows().values().stream()
                .filter(row -> row.isBaseline() && row.isApplied() && row.number() > number)
                .findFirst()
                .ifPresent(row -> {
                    throw new HistoryConflict(List.of(HistoryConflict.belowBaseline(row)));
                });
    }

    private List<String> failed(HistoryTable.Row row, Set<Direction> retried) {
        if (revisions.find(row.number()).isEmpty()) {
            return List.of(HistoryConflict.missing(row));
        }
        return retried.stream().anyMatch(direction -> direction.isOf(row.script()))
                ? List.of()
                : List.of(HistoryConflict.failed(row));
    }

    private Optional<Revision> current(HistoryTable.HistoryContent content) {
        return content.lastRows().values().stream()
                .filter(HistoryTable.Row::isApplied)
                .reduce((lower, higher) -> higher)
                .map(row -> revisions.find(row.number()).orElseGet(row::revision));
    }

    private SchemaStatus.State state(HistoryTable.HistoryContent content, Optional<Revision> current) {
        if (current.isEmpty()) {
            return content.unmanagedTables() ? SchemaStatus.State.UNMANAGED : SchemaStatus.State.EMPTY;
        }
        return revisions.find(current.get().number()).isPresent() ? SchemaStatus.State.OK : SchemaStatus.State.AHEAD;
    }

    private RevisionState state(HistoryTable.Row row) {
        if (row.isUndone()) {
            return RevisionState.UNDONE;
        }
        if (!row.success()) {
            return RevisionState.FAILED;
        }
        if (revisions.find(row.number()).isEmpty()) {
            return row.isBaseline() ? RevisionState.APPLIED : RevisionState.MISSING;
        }
        boolean unchanged = row.checksum().stream()
                .allMatch(checksum -> checksum == script(row).checksum());
        return unchanged ? RevisionState.APPLIED : RevisionState.EDITED;
    }

    private Script script(HistoryTable.Row row) {
        return revisions.upgradeScript(revisions.find(row.number()).orElseThrow());
    }

    private HistoryEntry entry(HistoryTable.Row row) {
        Revision revision = revisions.find(row.number()).orElseGet(row::revision);
        return new HistoryEntry(
                revision,
                state(row),
                Optional.of(row.installedBy()),
                Optional.of(row.installedOn()),
                row.isUndone() ? Optional.empty() : Optional.of(row.executionMillis()),
                revisions.hasDowngradeScript(revision));
    }

    private HistoryEntry pending(Revision revision) {
        return new HistoryEntry(
                revision,
                RevisionState.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revisions.hasDowngradeScript(revision));
    }
}
