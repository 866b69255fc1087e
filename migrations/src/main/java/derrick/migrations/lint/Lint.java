package derrick.migrations.lint;

import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.MalformedScript;
import derrick.migrations.sql.SqlScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks scripts for unsafe statements. Each script is checked against the schema that earlier scripts create: a V file
 * after the V files before it, a U file after its own V file, any other script by itself.
 */
public final class Lint {
    private static final Pattern REVISION_FILE = Pattern.compile("([VU])([0-9]{1,9})__.*");

    private final List<Finding> findings = new ArrayList<>();
    private final List<Script> earlierUpgrades = new ArrayList<>();
    private SchemaState schema = SchemaState.UNKNOWN;

    private Lint() {}

    /** Returns the findings in all scripts of the revisions. */
    public static List<Finding> check(Revisions revisions) {
        return check(revisions.all().stream()
                .flatMap(revision -> Stream.concat(
                        Stream.of(revisions.upgradeScript(revision)), revisions.downgradeScript(revision).stream()))
                .toList());
    }

    /**
     * Returns the findings in the scripts, ordered by file and line. Findings depend on earlier scripts: to check one
     * script, pass all of the folder and filter the findings.
     */
    public static List<Finding> check(List<Script> scripts) {
        Lint lint = new Lint();
        List<Script> upgrades = inDirection('V', scripts)
                .sorted(Comparator.comparingInt(Lint::number))
                .toList();
        for (Script upgrade : upgrades) {
            List<Script> downgrades = inDirection('U', scripts)
                    .filter(downgrade -> number(downgrade) == number(upgrade))
                    .toList();
            lint.checkRevision(upgrade, downgrades);
        }
        scripts.stream()
                .filter(script -> upgrades.stream().noneMatch(upgrade -> number(upgrade) == number(script)))
                .forEach(script -> lint.checkScript(script, SchemaState.UNKNOWN, false, false));
        return lint.findings.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
                .distinct()
                .toList();
    }

    private void checkRevision(Script upgrade, List<Script> downgrades) {
        Optional<LintedFile> checked = checkScript(upgrade, schema.forNextFile(), true, !downgrades.isEmpty());
        if (checked.isPresent()) {
            earlierUpgrades.add(upgrade);
        }
        SchemaState finalSchema = checked.map(LintedFile::finalSchema).orElse(schema);
        downgrades.forEach(downgrade -> checkScript(downgrade, finalSchema.forDowngrade(), false, false));
        schema = finalSchema.forNextFile();
    }

    private Optional<LintedFile> checkScript(
            Script script, SchemaState initial, boolean upgrade, boolean hasDowngrade) {
        try {
            LintedFile file = LintedFile.of(
                    SqlScript.parse(script.text()),
                    initial,
                    script.withContext(() -> earlierUpgrades).isTransactional(),
                    upgrade,
                    hasDowngrade);
            findings.addAll(FileFindings.in(script.path(), file));
            return Optional.of(file);
        } catch (MalformedScript failure) {
            findings.add(FileFindings.unreadable(script.path(), failure));
            return Optional.empty();
        }
    }

    private static Stream<Script> inDirection(char direction, List<Script> scripts) {
        return scripts.stream()
                .filter(script -> number(script) > 0 && script.file().charAt(0) == direction);
    }

    /** Returns the revision number in the name of a script; 0 if it has none. */
    private static int number(Script script) {
        Matcher name = REVISION_FILE.matcher(script.file());
        return name.matches() ? Integer.parseInt(name.group(2)) : 0;
    }

    /** Collects the findings in one script, and its suppressions that have no effect. */
    private static final class FileFindings {
        private static final String WRITE = "write -- lint:allow RULE because REASON, on one line above the statement";

        private final String path;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Suppression> used = new HashSet<>();

        private FileFindings(String path) {
            this.path = path;
        }

        /** Returns the findings in a script that can be parsed. */
        static List<Finding> in(String path, LintedFile file) {
            FileFindings found = new FileFindings(path);
            List<Suppression> suppressions = Suppression.in(file.script());
            Rules.ALL.forEach(rule -> found.apply(rule, rule.search().apply(file), suppressions));
            suppressions.forEach(found::check);
            return found.findings;
        }

        /** Returns the finding for a script that cannot be parsed. */
        static Finding unreadable(String path, MalformedScript failure) {
            return new Finding(path, failure.line(), "unreadable", failure.reason(), "close the quote or the comment");
        }

        private void apply(Rule rule, IntStream lines, List<Suppression> suppressions) {
            lines.distinct().forEach(line -> {
                List<Suppression> covering = suppressions.stream()
                        .filter(suppression -> suppression.covers(rule, line))
                        .toList();
                used.addAll(covering);
                if (covering.isEmpty()) {
                    findings.add(rule.finding(path, line));
                }
            });
        }

        private void check(Suppression suppression) {
            if (!suppression.isOfKnownRule()) {
                add(suppression, "allow-unknown-rule", "unknown rule: " + suppression.rule());
            } else if (!suppression.hasReason()) {
                add(suppression, "allow-without-reason", "the comment gives no reason and has no effect");
            } else if (!used.contains(suppression)) {
                add(
                        suppression,
                        "allow-unused",
                        "suppresses no finding; remove it, or put it right above the statement");
            }
        }

        private void add(Suppression suppression, String rule, String why) {
            findings.add(new Finding(path, suppression.line(), rule, why, WRITE));
        }
    }
}
