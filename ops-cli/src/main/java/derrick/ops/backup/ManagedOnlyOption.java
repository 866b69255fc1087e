package derrick.ops.backup;

import derrick.migrations.backup.Backup;
import picocli.CommandLine.Option;

/** The option by which a backup may leave out what no revision makes. */
public final class ManagedOnlyOption {
    @Option(
            names = "--managed-only",
            description = "Without a fitting pg_dump, back up what the revisions make, and nothing else.")
    private boolean managedOnly;

    public Backup.Scope scope() {
        return managedOnly ? Backup.Scope.MANAGED_ONLY : Backup.Scope.EVERYTHING;
    }
}
