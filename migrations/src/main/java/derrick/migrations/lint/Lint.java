package derrick.migrations.lint;

import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.MalformedScript;
import derrick.migrations.sql.SqlScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks scripts in the order in which they run, each against the schema that the earlier ones made. A V file follows
 * the V files before it, a U file those up to its own. Any other script is judged by itself.
 */
public final class Lint {
    private static final Pattern REVISION_FILE = Pattern.compile("([VU])([0-9]{1,9})__.*");

    private final List<Finding> findings = new ArrayList<>();
    private final List<Script> upgradesSoFar = new ArrayList<>();
    private SchemaState schema = SchemaState.UNKNOWN;

    private Lint() {}

    /** Looks at all scripts of some revisions. */
    public static List<Finding> check(Revisions revisions) {
        return check(revisions.all().stream()
                .flatMap(revision -> Stream.concat(
                        Stream.of(revisions.upgradeScript(revision)), revisions.downgradeScript(revision).stream()))
                .toList());
    }

    /**
     * Looks at scripts. Whoever wants to know about one of them only should still give all and choose from the
     * findings, since what is right in a file depends on those before it.
     *
     * @return the findings in the order of files and lines
     */
    public static List<Finding> check(List<Script> scripts) {
        Lint lint = new Lint();
        List<Script> upgrades =
                lead('V', scripts).sorted(Comparator.comparingInt(Lint::number)).toList();
        for (Script upgrade : upgrades) {
            List<Script> undos = lead('U', scripts)
                    .filter(undo -> number(undo) == number(upgrade))
                    .toList();
            lint.lookAt(upgrade, undos);
        }
        scripts.stream()
                .filter(script -> upgrades.stream().noneMatch(upgrade -> number(upgrade) == number(script)))
                .forEach(script -> lint.look(script, SchemaState.UNKNOWN, false, false));
        return lint.findings.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
                .distinct()
                .toList();
    }

    private void lookAt(Script upgrade, List<Script> undos) {
        Optional<LintedFile> up = look(upgrade, schema.settled(), true, !undos.isEmpty());
        if (up.isPresent()) {
            upgradesSoFar.add(upgrade);
        }
        SchemaState outcome = up.map(LintedFile::outcome).orElse(schema);
        undos.forEach(undo -> look(undo, outcome.toBeUndone(), false, false));
        schema = outcome.settled();
    }

    private Optional<LintedFile> look(Script script, SchemaState found, boolean upgrade, boolean hasUndo) {
        try {
            LintedFile file = LintedFile.of(
                    SqlScript.parse(script.text()),
                    found,
                    script.after(() -> upgradesSoFar).isTransactional(),
                    upgrade,
                    hasUndo);
            findings.addAll(FileFindings.in(script.path(), file));
            return Optional.of(file);
        } catch (MalformedScript failure) {
            findings.add(FileFindings.unreadable(script.path(), failure));
            return Optional.empty();
        }
    }

    private static Stream<Script> lead(char direction, List<Script> scripts) {
        return scripts.stream()
                .filter(script -> number(script) > 0 && script.file().charAt(0) == direction);
    }

    /** The number in a script's name; 0 if it has none. */
    private static int number(Script script) {
        Matcher name = REVISION_FILE.matcher(script.file());
        return name.matches() ? Integer.parseInt(name.group(2)) : 0;
    }
}
