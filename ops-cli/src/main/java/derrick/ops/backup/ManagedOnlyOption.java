package derrick.ops.backup;

import derrick.migrations.backup.Backup;
import picocli.CommandLine.Option;

/** Option {@code --managed-only}: limits a backup to the objects that the revisions create. */
public final class ManagedOnlyOption {
    @Option(
            names = "--managed-only",
            description = "Without a suitable pg_dump, back up only what the revisions create.")
    private boolean managedOnly;

    public Backup.Scope scope() {
        return managedOnly ? Backup.Scope.MANAGED_ONLY : Backup.Scope.EVERYTHING;
    }
}
