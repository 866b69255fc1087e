package derrick.migrations.catalog;

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
public record SchemaProof(DataSource database, Revisions revisions, ScratchSchema scratch) {
    /**
     * What the proof came to.
     *
     * @param against what speaks against it; none if it is proved
     * @param others the names of what is there besides and comes of no revision: that is no concern of theirs
     */
    public record Outcome(List<CatalogDifference> against, List<String> others) {}

    /**
     * Tries it. Base makes nothing: against it speaks whatever is left of the things that the scripts up to
     * {@code from} make, or up to head if that is base too.
     *
     * @param from where the history stands; empty for base
     * @param to which revision it should be; empty for base
     * @throws ScratchRefused if the role may not create the scratch schema
     * @throws CatalogUnreadable if a database cannot be reached
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement of a file
     */
    public Outcome outcome(Optional<Revision> from, Optional<Revision> to) {
        Catalog live = Catalog.of(database);
        Catalog goal = to.map(this::made).orElse(Catalog.EMPTY);
        List<CatalogDifference> found = CatalogDifference.between(goal, live);
        List<CatalogObject> besides = besides(live.objects(), goal);
        if (besides.isEmpty()) {
            return new Outcome(found, List.of());
        }
        List<CatalogObject> others =
                besides(besides, made(to.isEmpty() && from.isPresent() ? from.get() : revisions.head()));
        return new Outcome(
                found.stream()
                        .filter(difference -> others.stream()
                                .noneMatch(other -> other.kind() == difference.kind()
                                        && other.name().equals(difference.object())))
                        .toList(),
                others.stream().map(CatalogObject::name).toList());
    }

    private static List<CatalogObject> besides(List<CatalogObject> objects, Catalog made) {
        return objects.stream()
                .filter(object -> made.objects().stream()
                        .noneMatch(ours ->
                                ours.kind() == object.kind() && ours.name().equals(object.name())))
                .toList();
    }

    private Catalog made(Revision revision) {
        return scratch.after(revisions.upgradeScripts(Optional.of(revision)));
    }
}
