package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.UnmanagedObject;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Proves that a database is what a revision makes of an empty one.
 *
 * @param scratch where the scripts are tried out
 */
public record SchemaComparison(DataSource database, Revisions revisions, ScratchServer scratch) {
    /**
     * The result of the comparison.
     *
     * @param against what speaks against it; none if it is proved
     * @param others what is there besides
     */
    public record Outcome(List<CatalogDifference> against, List<UnmanagedObject> others) {}

    /**
     * Tries it. Base makes nothing: against it speaks whatever is left of the things that the scripts up to
     * {@code from} make, or up to head if that is base too.
     *
     * @param from where the history stands; empty for base
     * @param to which revision it should be; empty for base
     * @throws derrick.migrations.catalog.CatalogUnreadable if a database cannot be reached
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement of a file
     */
    public Outcome outcome(Optional<Revision> from, Optional<Revision> to) {
        Catalog live = CatalogReader.read(database);
        Catalog goal = to.map(this::made).orElse(Catalog.EMPTY);
        List<CatalogDifference> found = CatalogDifference.ofLive(live, goal);
        if (UnmanagedObject.in(live, goal).isEmpty()) {
            return new Outcome(found, List.of());
        }
        Catalog all = made(to.isEmpty() && from.isPresent() ? from.get() : revisions.head());
        List<UnmanagedObject> others = UnmanagedObject.in(live, goal).stream()
                .filter(UnmanagedObject.in(live, all)::contains)
                .toList();
        return new Outcome(
                found.stream()
                        .filter(difference -> others.stream().noneMatch(other -> other.explains(difference)))
                        .toList(),
                others);
    }

    private Catalog made(Revision revision) {
        return scratch.after(revisions.upgradeScripts(Optional.of(revision)));
    }
}
