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
 * Compares a database with the result of running the scripts up to a revision.
 *
 * @param scratch the server on which the scripts run
 */
public record SchemaComparison(DataSource database, Revisions revisions, ScratchServer scratch) {
    /**
     * The result of the comparison.
     *
     * @param differences the differences; empty if the schemas are equal
     * @param unmanaged the objects that no revision creates
     */
    public record ComparisonResult(List<CatalogDifference> differences, List<UnmanagedObject> unmanaged) {}

    /**
     * Compares the schemas. For base, the differences are the remaining objects of the scripts up to {@code from}, or
     * up to head if that is base too.
     *
     * @param from the current revision; empty for base
     * @param to the revision to compare with; empty for base
     * @throws derrick.migrations.catalog.CatalogUnreadable if a database cannot be reached
     * @throws derrick.migrations.run.MigrationFailed if a statement of a script fails
     */
    public ComparisonResult compare(Optional<Revision> from, Optional<Revision> to) {
        Catalog live = CatalogReader.read(database);
        Catalog goal = to.map(this::expected).orElse(Catalog.EMPTY);
        List<CatalogDifference> found = CatalogDifference.ofLive(live, goal);
        if (UnmanagedObject.in(live, goal).isEmpty()) {
            return new ComparisonResult(found, List.of());
        }
        Catalog all = expected(to.isEmpty() && from.isPresent() ? from.get() : revisions.head());
        List<UnmanagedObject> unmanaged = UnmanagedObject.in(live, goal).stream()
                .filter(UnmanagedObject.in(live, all)::contains)
                .toList();
        return new ComparisonResult(
                found.stream()
                        .filter(difference -> unmanaged.stream().noneMatch(object -> object.explains(difference)))
                        .toList(),
                unmanaged);
    }

    private Catalog expected(Revision revision) {
        return scratch.after(revisions.upgradeScripts(Optional.of(revision)));
    }
}
