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

/** Compares the declared schema, the result of the revision scripts and a live database. */
public record SchemaCheck(Catalog declared, Revisions revisions, ScratchServer scratch) {
    /** Runs the declared schema in a scratch database; throws as {@link #declaredAgainstFiles} does. */
    public static SchemaCheck of(DeclaredSchema declared, Revisions revisions, ScratchServer scratch) {
        // Dropping a database writes all others to disk, so this one is dropped before others exist.
        return new SchemaCheck(scratch.of(declared), revisions, scratch);
    }

    /**
     * Returns the differences between the declared schema and the scripts up to head.
     *
     * @throws derrick.migrations.catalog.CatalogUnreadable if its database cannot be reached
     * @throws derrick.migrations.run.MigrationFailed if a statement of a script fails
     */
    public List<CatalogDifference> declaredAgainstFiles() {
        return CatalogDifference.between(declared, expected(Optional.of(revisions.head())));
    }

    /**
     * Returns the differences between the scripts and a live database; throws as {@link #declaredAgainstFiles} does.
     *
     * @param revision the last revision whose script runs; empty for none
     * @param ignored the unmanaged objects to ignore, from {@link IgnoredObjects}
     */
    public List<CatalogDifference> filesAgainst(Catalog live, Optional<Revision> revision, Set<String> ignored) {
        Catalog expected = expected(revision);
        List<UnmanagedObject> unmanaged = UnmanagedObject.in(live, expected).stream()
                .filter(object -> ignored.contains(object.toString()))
                .toList();
        return CatalogDifference.ofLive(live, expected).stream()
                .filter(difference -> unmanaged.stream().noneMatch(object -> object.explains(difference)))
                .toList();
    }

    /** Returns true if scripts grant privileges, so that grants are compared. */
    public boolean comparesGrants(Optional<Revision> revision) {
        return !expected(revision).grants().isEmpty();
    }

    private Catalog expected(Optional<Revision> revision) {
        return revision.isEmpty() ? Catalog.EMPTY : scratch.after(revisions.upgradeScripts(revision));
    }
}
