package derrick.ops.revision;

import derrick.migrations.revision.Revision;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.plan.MigrationPlan;
import derrick.ops.CommandFailed;
import derrick.ops.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prints each revision when its script begins, and the result at the end.
 *
 * @param doing what happens to a revision: {@code applying}
 * @param done what has happened to it: {@code applied}
 * @param before runs before the first script
 */
record MigrationReporter(Terminal terminal, boolean json, String doing, String done, Consumer<MigrationPlan> before)
        implements MigrationListener {
    /** For a command that only writes the history. */
    MigrationReporter(Terminal terminal, boolean json, String doing, String done) {
        this(terminal, json, doing, done, plan -> {});
    }

    /** @throws CommandFailed if the target is a range FROM:TO */
    static void requireOneRevision(String target) {
        if (target.contains(":")) {
            throw CommandFailed.usage(
                    "'%s' is a range, for --plan and --sql only; name one revision".formatted(target));
        }
    }

    /**
     * Rejects a misspelt option, which picocli accepts as a revision since {@code -1} is one.
     *
     * @throws CommandFailed if the target looks like an option
     */
    static void requireNoOption(String target, String command) {
        if (target.startsWith("-") && !target.matches("-\\d+")) {
            throw CommandFailed.usage("unknown option '%s'; see 'derrick %s --help'".formatted(target, command));
        }
    }

    @Override
    public void planned(MigrationPlan plan) {
        before.accept(plan);
    }

    @Override
    public void waiting(String reason) {
        terminal.say("waiting: " + reason);
    }

    @Override
    public void started(Revision revision) {
        terminal.say(doing + " " + revision.name());
    }

    @Override
    public void warned(Revision revision, String warning) {
        terminal.say("%s: warning: %s".formatted(revision.name(), warning));
    }

    /** Prints the migrated revisions, and in JSON also the file of the backup. */
    void printResult(List<Revision> revisions, Optional<Path> backup) {
        if (json) {
            terminal.json(document -> {
                document.writeStartObject();
                Terminal.writeStrings(done, revisions.stream().map(Revision::id).toList(), document);
                if (backup.isPresent()) {
                    document.writeStringField("backup", backup.get().toString());
                }
                document.writeEndObject();
            });
            return;
        }
        revisions.forEach(revision -> terminal.out().println(done + " " + revision.name()));
        if (revisions.isEmpty()) {
            terminal.out().println("nothing to do");
        }
    }
}
