package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.DeclaredSchema;
import derrick.migrations.catalog.UnmanagedObject;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what is declared, what the files of the revisions make and what a database has against each other. */
public record SchemaCheck(Catalog declared, Revisions revisions, ScratchServer scratch) {
    /** Runs what is declared; throws as {@link #declaredAgainstFiles} does. */
    public static SchemaCheck of(DeclaredSchema declared, Revisions revisions, ScratchServer scratch) {
        // Dropping a database writes all others to the disk: this one while there is no other.
        return new SchemaCheck(scratch.of(declared), revisions, scratch);
    }

    /**
     * What the files up to head make differently from what is declared.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if its database cannot be reached
     * @throws derrick.migrations.run.MigrationFailed if the server refuses a statement of a file
     */
    public List<CatalogDifference> declaredAgainstFiles() {
        return CatalogDifference.between(declared, made(Optional.of(revisions.head())));
    }

    /**
     * What a database has differently from what the files make; throws as {@link #declaredAgainstFiles} does.
     *
     * @param revision up to which files are run; empty for none
     * @param known the bystanders that are known to be there, as {@link IgnoredObjects} has them
     */
    public List<CatalogDifference> filesAgainst(Catalog live, Optional<Revision> revision, Set<String> known) {
        Catalog made = made(revision);
        List<UnmanagedObject> others = UnmanagedObject.in(live, made).stream()
                .filter(other -> known.contains(other.toString()))
                .toList();
        return CatalogDifference.ofLive(live, made).stream()
                .filter(difference -> others.stream().noneMatch(other -> other.explains(difference)))
                .toList();
    }

    /** Whether files grant something, so that grants are compared. */
    public boolean comparesGrants(Optional<Revision> revision) {
        return !made(revision).grants().isEmpty();
    }

    private Catalog made(Optional<Revision> revision) {
        return revision.isEmpty() ? Catalog.EMPTY : scratch.after(revisions.upgradeScripts(revision));
    }
}
