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
 * The folder that new revisions come into, as it is; there need not be any yet.
 *
 * @param upgrades the scripts that lead to its head, in order
 * @param downgrades those that lead back
 * @param last the highest number that any file has; 0 if there is none
 */
public record MigrationFolder(Path folder, List<Script> upgrades, List<Script> downgrades, int last) {
    private static final Pattern NUMBERED = Pattern.compile("[VU](\\d{1,9})__.*\\.sql");

    /**
     * Reads a folder.
     *
     * @throws derrick.migrations.revision.MalformedRevisions if what is in it is not in order
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

    /** All of them. */
    List<Script> scripts() {
        return Stream.concat(upgrades.stream(), downgrades.stream()).toList();
    }
}
