package derrick.migrations.diff;

import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.diff.ddl.Identifiers;
import derrick.migrations.diff.plan.ChangePlan.StepGroup;
import derrick.migrations.diff.plan.ChangeStep;
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
 * Arranges groups of steps in files that pass lint. A statement that has to break a lint rule gets a suppression with
 * the reason.
 *
 * @param destructive whether steps that lose data are left in, instead of being commented out
 */
record RevisionFilePlanner(MigrationFolder folder, Description description, boolean destructive) {
    private static final int MAX_NAME_LENGTH = 150;
    private static final int MAX_ROUNDS = 5;
    private static final String LOCK_TIMEOUT = "SET LOCAL lock_timeout = '5s'";

    /** A statement of a file, counted from 0. */
    private record StatementPosition(String path, int statement) {}

    /** The lint rules that statements may break. */
    private static final class Suppressions {
        private final Map<StatementPosition, Set<String>> rules = new HashMap<>();

        boolean add(StatementPosition position, String rule) {
            return rules.computeIfAbsent(position, any -> new LinkedHashSet<>()).add(rule);
        }

        Set<String> of(StatementPosition position) {
            return rules.getOrDefault(position, Set.of());
        }
    }

    List<RevisionFiles> files(List<StepGroup> groups) {
        List<StepGroup> merged = new ArrayList<>();
        for (StepGroup group : withoutFailedOnly(groups)) {
            StepGroup last = merged.isEmpty() ? group : merged.get(merged.size() - 1);
            if (!merged.isEmpty() && last.stage() == group.stage() && fitInOneFile(merged, last.with(group))) {
                merged.set(merged.size() - 1, last.with(group));
            } else {
                merged.add(group);
            }
        }
        return files(merged, suppressions(merged), destructive, new HashMap<>());
    }

    /** Moves groups that the server rejects as a whole into the file of the last other group. */
    private static List<StepGroup> withoutFailedOnly(List<StepGroup> groups) {
        List<StepGroup> accepted = new ArrayList<>();
        List<ChangeStep> failed = new ArrayList<>();
        for (StepGroup group : groups) {
            if (group.steps().stream().allMatch(step -> step.upgradeError().isPresent())) {
                failed.addAll(group.steps());
            } else {
                accepted.add(group);
            }
        }
        if (!accepted.isEmpty() && !failed.isEmpty()) {
            StepGroup last = accepted.remove(accepted.size() - 1);
            accepted.add(last.with(new StepGroup(last.stage(), last.subject(), failed)));
        }
        return accepted;
    }

    private boolean fitInOneFile(List<StepGroup> groups, StepGroup merged) {
        List<StepGroup> candidate = new ArrayList<>(groups.subList(0, groups.size() - 1));
        candidate.add(merged);
        List<RevisionFiles> files = files(candidate, new Suppressions(), true, new HashMap<>());
        String path = files.get(files.size() - 1).upgrade().path();
        return lint(files).stream()
                .noneMatch(
                        finding -> finding.file().equals(path) && finding.rule().equals("several-changes"));
    }

    private List<Finding> lint(List<RevisionFiles> files) {
        Stream<Script> added = files.stream().flatMap(each -> Stream.of(each.upgrade(), each.downgrade()));
        return Lint.check(Stream.concat(folder.scripts().stream(), added).toList());
    }

    /** Finds the suppressions that the files need, with all steps left in. */
    private Suppressions suppressions(List<StepGroup> groups) {
        Suppressions suppressions = new Suppressions();
        boolean added = true;
        for (int round = 0; added && round < MAX_ROUNDS; round++) {
            Map<String, SqlFileBuilder> texts = new HashMap<>();
            List<Finding> findings = lint(files(groups, suppressions, true, texts));
            added = false;
            for (Finding finding : findings) {
                Optional<Integer> statement = Optional.ofNullable(texts.get(finding.file()))
                        .flatMap(text -> text.statementAt(finding.line()));
                added |= statement.isPresent()
                        && suppressions.add(new StatementPosition(finding.file(), statement.get()), finding.rule());
            }
        }
        return suppressions;
    }

    /** @param texts receives the text of each file by its path */
    private List<RevisionFiles> files(
            List<StepGroup> groups, Suppressions suppressions, boolean allSteps, Map<String, SqlFileBuilder> texts) {
        List<RevisionFiles> files = new ArrayList<>();
        boolean single = groups.size() == 1;
        for (int at = 0; at < groups.size(); at++) {
            StepGroup group = groups.get(at);
            String part = single ? "" : namePart(group);
            String name = "%03d__".formatted(folder.last() + 1 + at) + name(part);
            files.add(new RevisionFiles(
                    script("V" + name, group, part, suppressions, allSteps, texts),
                    script("U" + name, group, part, suppressions, allSteps, texts)));
        }
        return files;
    }

    private String name(String part) {
        String name = part.isEmpty() ? description.words() : description.words() + "_" + part;
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH);
    }

    /** Returns what one of several files does. A subject that the description names is left out. */
    private String namePart(StepGroup group) {
        String subject = Identifiers.forFileName(group.subject());
        return group.stage().fileNamePart(description.words().contains(subject) ? "" : subject);
    }

    private Script script(
            String name,
            StepGroup group,
            String part,
            Suppressions suppressions,
            boolean allSteps,
            Map<String, SqlFileBuilder> texts) {
        String path = folder.folder().resolve(name + ".sql").toString();
        boolean up = Direction.UP.isOf(name);
        SqlFileBuilder text = new SqlFileBuilder();
        addHead(text, group, part, up);
        int number = 0;
        List<ChangeStep> steps = new ArrayList<>(group.steps());
        if (!up) {
            Collections.reverse(steps);
        }
        for (ChangeStep step : steps) {
            Optional<String> error =
                    up ? step.upgradeError() : step.upgradeError().or(step::downgradeError);
            boolean commentedOut = error.isPresent() || (step.loss().isPresent() && !allSteps);
            List<String> statements = up ? step.up() : step.down();
            if (!statements.isEmpty()) {
                text.blankLine();
            }
            if (error.isPresent()) {
                text.comment("Commented out, because PostgreSQL rejects it: %s. Write this step by hand."
                        .formatted(error.get()));
            } else if (up) {
                step.loss().ifPresent(loss -> addLoss(loss, text, commentedOut));
            }
            for (String statement : statements) {
                text.statement(statement, step, suppressions.of(new StatementPosition(path, number++)), commentedOut);
            }
        }
        texts.put(path, text);
        return new Script(name + ".sql", path, text.toString());
    }

    private void addHead(SqlFileBuilder text, StepGroup group, String part, boolean up) {
        text.comment((up ? "" : "Reverts: ")
                + description.sentence()
                + (part.isEmpty() ? "" : "; " + part.replace('_', ' ')));
        if (up) {
            group.steps().stream()
                    .flatMap(step -> step.remarks().stream())
                    .distinct()
                    .forEach(text::comment);
        }
        if (group.stage().isTransactional()) {
            text.blankLine();
            text.setting(LOCK_TIMEOUT);
        }
    }

    private static void addLoss(ChangeStep.StepLoss loss, SqlFileBuilder text, boolean commentedOut) {
        if (commentedOut) {
            text.comment("Commented out, because it loses %s. To run it, remove the dashes here and in the U file."
                    .formatted(loss.what()));
        } else {
            loss.where()
                    .ifPresent(where ->
                            text.comment("verify:differs %s because it loses %s".formatted(where, loss.what())));
        }
    }

    /** Returns a revision with two files that have no statements yet. */
    static RevisionFiles blank(MigrationFolder folder, Description description) {
        String name = "%03d__%s.sql".formatted(folder.last() + 1, description.words());
        return new RevisionFiles(
                blank(folder, "V" + name, description.sentence()),
                blank(folder, "U" + name, "Reverts: " + description.sentence()));
    }

    private static Script blank(MigrationFolder folder, String file, String comment) {
        SqlFileBuilder text = new SqlFileBuilder();
        text.comment(comment);
        text.blankLine();
        text.setting(LOCK_TIMEOUT);
        return new Script(file, folder.folder().resolve(file).toString(), text.toString());
    }
}
