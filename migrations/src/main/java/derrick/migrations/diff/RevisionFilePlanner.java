package derrick.migrations.diff;

import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangeStep;
import derrick.migrations.diff.plan.StepGroup;
import derrick.migrations.lint.Finding;
import derrick.migrations.lint.Lint;
import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes files of groups. Lint is asked what may stand in one file, and where it finds something that has to be, the
 * file says why.
 *
 * @param awake whether steps that lose something are to run, or only to be read
 */
record RevisionFilePlanner(MigrationFolder ground, Description description, boolean awake) {
    private static final int LONGEST_NAME = 150;
    private static final int ROUNDS = 5;

    /** A statement of a file, counted from 0. */
    private record Spot(String path, int statement) {}

    List<RevisionFiles> pairs(List<StepGroup> groups) {
        List<StepGroup> files = new ArrayList<>();
        for (StepGroup group : withoutRefusedAlone(groups)) {
            StepGroup last = files.isEmpty() ? group : files.get(files.size() - 1);
            if (!files.isEmpty() && last.stage() == group.stage() && goTogether(files, last.with(group))) {
                files.set(files.size() - 1, last.with(group));
            } else {
                files.add(group);
            }
        }
        return pairs(files, allowances(files), awake);
    }

    /** Steps that are refused stand in the last file that does something. */
    private static List<StepGroup> withoutRefusedAlone(List<StepGroup> groups) {
        List<StepGroup> kept = new ArrayList<>();
        List<ChangeStep> refused = new ArrayList<>();
        for (StepGroup group : groups) {
            if (group.steps().stream().allMatch(step -> step.refusal().isPresent())) {
                refused.addAll(group.steps());
            } else {
                kept.add(group);
            }
        }
        if (!kept.isEmpty() && !refused.isEmpty()) {
            StepGroup last = kept.remove(kept.size() - 1);
            kept.add(last.with(new StepGroup(last.stage(), last.subject(), refused)));
        }
        return kept;
    }

    private boolean goTogether(List<StepGroup> files, StepGroup both) {
        List<StepGroup> tried = new ArrayList<>(files.subList(0, files.size() - 1));
        tried.add(both);
        List<RevisionFiles> pairs = pairs(tried, Map.of(), true);
        String path = pairs.get(pairs.size() - 1).upgrade().path();
        return findings(pairs).stream()
                .noneMatch(
                        finding -> finding.file().equals(path) && finding.rule().equals("several-changes"));
    }

    private List<Finding> findings(List<RevisionFiles> pairs) {
        Stream<Script> made = pairs.stream().flatMap(pair -> Stream.of(pair.upgrade(), pair.downgrade()));
        return Lint.check(Stream.concat(ground.scripts().stream(), made).toList());
    }

    /** What lint has to let pass, found out with all steps awake. */
    private Map<Spot, Set<String>> allowances(List<StepGroup> files) {
        Map<Spot, Set<String>> allowances = new HashMap<>();
        boolean more = true;
        for (int round = 0; more && round < ROUNDS; round++) {
            Map<String, SqlFileBuilder> texts = new HashMap<>();
            List<Finding> findings = findings(pairs(files, allowances, true, texts));
            more = false;
            for (Finding finding : findings) {
                Optional<Integer> statement = Optional.ofNullable(texts.get(finding.file()))
                        .flatMap(text -> text.statementAt(finding.line()));
                more |= statement.isPresent()
                        && allowances
                                .computeIfAbsent(
                                        new Spot(finding.file(), statement.get()), spot -> new LinkedHashSet<>())
                                .add(finding.rule());
            }
        }
        return allowances;
    }

    private List<RevisionFiles> pairs(List<StepGroup> files, Map<Spot, Set<String>> allowances, boolean allAwake) {
        return pairs(files, allowances, allAwake, new HashMap<>());
    }

    private List<RevisionFiles> pairs(
            List<StepGroup> files,
            Map<Spot, Set<String>> allowances,
            boolean allAwake,
            Map<String, SqlFileBuilder> texts) {
        List<RevisionFiles> pairs = new ArrayList<>();
        for (int at = 0; at < files.size(); at++) {
            StepGroup file = files.get(at);
            String name = name(file, files.size());
            String number = "%03d__".formatted(ground.last() + 1 + at);
            pairs.add(new RevisionFiles(
                    script("V" + number + name, file, files.size(), allowances, allAwake, texts),
                    script("U" + number + name, file, files.size(), allowances, allAwake, texts)));
        }
        return pairs;
    }

    private String name(StepGroup file, int count) {
        String part = count > 1 ? part(file) : "";
        String name = part.isEmpty() ? description.words() : description.words() + "_" + part;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** What one of several files does; what the name says already is not said again. */
    private String part(StepGroup file) {
        String subject = Identifiers.inFile(file.subject());
        return file.stage().with(description.words().contains(subject) ? "" : subject);
    }

    private Script script(
            String name,
            StepGroup file,
            int count,
            Map<Spot, Set<String>> allowances,
            boolean allAwake,
            Map<String, SqlFileBuilder> texts) {
        String path = ground.folder().resolve(name + ".sql").toString();
        boolean up = Direction.UP.isOf(name);
        SqlFileBuilder text = new SqlFileBuilder();
        head(text, file, count, up);
        int number = 0;
        List<ChangeStep> steps = new ArrayList<>(file.steps());
        if (!up) {
            Collections.reverse(steps);
        }
        for (ChangeStep step : steps) {
            Optional<String> refusal = up ? step.refusal() : step.refusal().or(step::noWayBack);
            boolean asleep = refusal.isPresent() || (step.loss().isPresent() && !allAwake);
            List<String> statements = up ? step.up() : step.down();
            if (!statements.isEmpty()) {
                text.blank();
            }
            if (refusal.isPresent()) {
                text.note("Not run, for PostgreSQL refuses it: %s. Write it by hand.".formatted(refusal.get()));
            } else if (up) {
                step.loss().ifPresent(loss -> say(loss, text, asleep));
            }
            for (String statement : statements) {
                Set<String> rules = allowances.getOrDefault(new Spot(path, number++), Set.of());
                text.statement(statement, step, rules, asleep);
            }
        }
        texts.put(path, text);
        return new Script(name + ".sql", path, text.toString());
    }

    private void head(SqlFileBuilder text, StepGroup file, int count, boolean up) {
        text.note((up ? "" : "Takes back: ")
                + description.sentence()
                + (count > 1 && !part(file).isEmpty() ? "; " + part(file).replace('_', ' ') : ""));
        if (up) {
            file.steps().stream()
                    .flatMap(step -> step.remarks().stream())
                    .distinct()
                    .forEach(text::note);
        }
        if (file.stage().isTransactional()) {
            text.blank();
            text.setting("SET LOCAL lock_timeout = '5s'");
        }
    }

    private static void say(ChangeStep.Loss loss, SqlFileBuilder text, boolean asleep) {
        if (asleep) {
            text.note("Not run, for it loses %s. If that is meant, take the dashes away, here and in the U file."
                    .formatted(loss.what()));
        } else {
            loss.where()
                    .ifPresent(
                            where -> text.note("verify:differs %s because it loses %s".formatted(where, loss.what())));
        }
    }

    /** Two files without a statement that matters, for what no difference between schemas says. */
    static RevisionFiles blank(MigrationFolder ground, Description description) {
        String name = "%03d__%s.sql".formatted(ground.last() + 1, description.words());
        return new RevisionFiles(
                blank(ground, "V" + name, description.sentence()),
                blank(ground, "U" + name, "Takes back: " + description.sentence()));
    }

    private static Script blank(MigrationFolder ground, String file, String note) {
        SqlFileBuilder text = new SqlFileBuilder();
        text.note(note);
        text.blank();
        text.setting("SET LOCAL lock_timeout = '5s'");
        return new Script(file, ground.folder().resolve(file).toString(), text.toString());
    }
}
