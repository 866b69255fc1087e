package derrick.migrations.revision;

import derrick.migrations.revision.HistoryEntry.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads flyway_schema_history by plain JDBC: no Flyway is started, a role that may only read is enough. */
public final class RevisionHistory {
    private final HistoryTable table;
    private final Revisions revisions;

    public RevisionHistory(DataSource dataSource, Revisions revisions) {
        this.table = new HistoryTable(dataSource);
        this.revisions = revisions;
    }

    /**
     * Where the database stands.
     *
     * @throws HistoryUnreadable if the database cannot be reached or will not say
     */
    public SchemaStatus standing() {
        return standing(table.read());
    }

    private SchemaStatus standing(HistoryTable.Content content) {
        Optional<Revision> current = current(content);
        int behind = (int) revisions.all().stream()
                .filter(revision -> current.isEmpty() || revision.compareTo(current.get()) > 0)
                .count();
        return new SchemaStatus(current, revisions.head(), behind, state(content, current));
    }

    /** The revisions that the way to head still leads through, in order; throws as {@link #standing} does. */
    public List<Revision> pending() {
        Optional<Revision> current = current(table.read());
        return revisions.all().stream()
                .filter(revision -> current.isEmpty() || revision.compareTo(current.get()) > 0)
                .toList();
    }

    /** What is known of each revision, in their order; throws as {@link #standing} does. */
    public List<HistoryEntry> entries() {
        Map<Integer, HistoryEntry> entries = new TreeMap<>();
        revisions.all().forEach(revision -> entries.put(revision.number(), pending(revision)));
        for (HistoryRow row : table.read().last().values()) {
            entries.put(row.number(), entry(row));
        }
        return List.copyOf(entries.values());
    }

    /**
     * Where the database stands, if the history and the scripts still tell the same story, so that it can be gone on
     * with.
     *
     * @param forgiven the ways on which something may have broken off, since it will be tried again or was mended
     * @throws HistoryConflict if an applied script was edited or is gone, a revision failed, or one was slipped in
     *     below the current one
     */
    public SchemaStatus intact(Set<Direction> forgiven) {
        return intact(forgiven, true);
    }

    /** The same for who writes the history anew: an edited script, and whatever broke off, is no conflict. */
    public SchemaStatus mendable() {
        return intact(EnumSet.allOf(Direction.class), false);
    }

    private SchemaStatus intact(Set<Direction> forgiven, boolean asApplied) {
        HistoryTable.Content content = table.read();
        List<String> conflicts = conflicts(content, forgiven, asApplied);
        if (!conflicts.isEmpty()) {
            throw new HistoryConflict(conflicts);
        }
        return standing(content);
    }

    /** What is against going on, for who only looks: a sentence for each file, none if all is well. */
    public List<String> conflicts() {
        return conflicts(table.read(), Set.of(), true);
    }

    private List<String> conflicts(HistoryTable.Content content, Set<Direction> forgiven, boolean asApplied) {
        Optional<Revision> current = current(content);
        List<String> conflicts = new ArrayList<>();
        content.rows().foreign().forEach((version, script) -> conflicts.add(HistoryConflict.foreign(version, script)));
        for (HistoryRow row : content.last().values()) {
            switch (state(row)) {
                case EDITED -> {
                    if (asApplied) {
                        conflicts.add(HistoryConflict.edited(row, script(row)));
                    }
                }
                case MISSING -> conflicts.add(HistoryConflict.missing(row));
                case FAILED -> conflicts.addAll(brokenOff(row, forgiven));
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
     * Makes sure that the history can be taken back to a revision.
     *
     * @param goal empty for base
     * @throws HistoryConflict if the history begins above it, with a baseline
     */
    public void requireWayBackTo(Optional<Revision> goal) {
        int number = goal.map(Revision::number).orElse(0);
        table.read().last().values().stream()
                .filter(row -> row.isBaseline() && row.isApplied() && row.number() > number)
                .findFirst()
                .ifPresent(row -> {
                    throw new HistoryConflict(List.of(HistoryConflict.belowBaseline(row)));
                });
    }

    private List<String> brokenOff(HistoryRow row, Set<Direction> forgiven) {
        if (revisions.find(row.number()).isEmpty()) {
            return List.of(HistoryConflict.missing(row));
        }
        return forgiven.stream().anyMatch(direction -> direction.isOf(row.script()))
                ? List.of()
                : List.of(HistoryConflict.failed(row));
    }

    private Optional<Revision> current(HistoryTable.Content content) {
        return content.last().values().stream()
                .filter(HistoryRow::isApplied)
                .reduce((lower, higher) -> higher)
                .map(row -> revisions.find(row.number()).orElseGet(row::revision));
    }

    private SchemaStatus.State state(HistoryTable.Content content, Optional<Revision> current) {
        if (current.isEmpty()) {
            return content.strangers() ? SchemaStatus.State.UNMANAGED : SchemaStatus.State.EMPTY;
        }
        return revisions.find(current.get().number()).isPresent() ? SchemaStatus.State.OK : SchemaStatus.State.AHEAD;
    }

    private State state(HistoryRow row) {
        if (row.isUndone()) {
            return State.UNDONE;
        }
        if (!row.success()) {
            return State.FAILED;
        }
        if (revisions.find(row.number()).isEmpty()) {
            return row.isBaseline() ? State.APPLIED : State.MISSING;
        }
        boolean same = row.checksum().stream()
                .allMatch(checksum -> checksum == script(row).checksum());
        return same ? State.APPLIED : State.EDITED;
    }

    private Script script(HistoryRow row) {
        return revisions.upgradeScript(revisions.find(row.number()).orElseThrow());
    }

    private HistoryEntry entry(HistoryRow row) {
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
                State.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revisions.hasDowngradeScript(revision));
    }
}
