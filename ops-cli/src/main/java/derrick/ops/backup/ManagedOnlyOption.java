package derrick.ops.backup;

import derrick.migrations.backup.Backup;
import picocli.CommandLine.Option;

/** The option that limits a backup to the objects that the revisions create. */
public final class ManagedOnlyOption {
    @Option(
            names = "--managed-only",
            description = "Without a fitting pg_dump, back up only what the revisions create.")
    private boolean managedOnly;

    public Backup.Scope scope() {
        return managedOnly ? Backup.Scope.MANAGED_ONLY : Backup.Scope.EVERYTHING;
    }
}
