package derrick.migrations.diff;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.revision.ScriptFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the migration files; it may be empty.
 *
 * @param upgrades the upgrade scripts up to the head, in order
 * @param downgrades the downgrade scripts
 * @param last the highest revision number; 0 if there is none
 */
public record MigrationFolder(Path folder, List<Script> upgrades, List<Script> downgrades, int last) {
    private static final Pattern NUMBERED = Pattern.compile("[VU](\\d{1,9})__.*\\.sql");

    /**
     * Reads a folder.
     *
     * @throws derrick.migrations.revision.MalformedRevisions if its files are no sequence of revisions
     */
    public static MigrationFolder in(Path folder) {
        List<String> names = new ScriptFolder.OnDisk(folder).names();
        int last = names.stream()
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElse(0);
        if (names.stream().noneMatch(name -> name.startsWith("V") && name.endsWith(".sql"))) {
            return new MigrationFolder(folder, List.of(), List.of(), last);
        }
        Revisions revisions = Revisions.in(folder);
        List<Revision> all = revisions.all();
        return new MigrationFolder(
                folder,
                revisions.upgradeScripts(Optional.of(revisions.head())),
                all.stream()
                        .flatMap(revision -> revisions.downgradeScript(revision).stream())
                        .toList(),
                last);
    }

    /** Returns the upgrade scripts followed by the downgrade scripts. */
    List<Script> scripts() {
        return Stream.concat(upgrades.stream(), downgrades.stream()).toList();
    }
}
