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
     * What speaks against it. Base makes nothing: against it speaks whatever is left of the things that the scripts up
     * to {@code from} make, or up to head if that is base too. What somebody else keeps there is no concern of base's.
     *
     * @param from where the history stands; empty for base
     * @param to which revision it should be; empty for base
     * @return none if it is proved
     * @throws ScratchRefused if the role may not create the scratch schema
     * @throws CatalogUnreadable if a database cannot be reached
     * @throws derrick.migrations.flyway.MigrationFailed if the server refuses a statement of a file
     */
    public List<CatalogDifference> against(Optional<Revision> from, Optional<Revision> to) {
        Catalog live = Catalog.of(database);
        if (to.isPresent()) {
            return CatalogDifference.between(made(to.get()), live);
        }
        Catalog before = made(from.orElseGet(revisions::head));
        return CatalogDifference.between(Catalog.EMPTY, live).stream()
                .filter(left -> before.objects().stream()
                        .anyMatch(object ->
                                object.kind() == left.kind() && object.name().equals(left.object())))
                .toList();
    }

    private Catalog made(Revision revision) {
        return scratch.after(revisions.upgradeScripts(Optional.of(revision)));
    }
}
