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

/** Prints each script as it begins, and a summary at the end. */
record MigrationReporter(Terminal terminal, boolean json, String doing, String done, Consumer<MigrationPlan> before)
        implements MigrationListener {
    /** Tells of what writes history alone, so that nothing has to be seen to before. */
    MigrationReporter(Terminal terminal, boolean json, String doing, String done) {
        this(terminal, json, doing, done, plan -> {});
    }

    /** A database that is moved says itself where the way begins. */
    static void requireOneEnd(String target) {
        if (target.contains(":")) {
            throw CommandFailed.usage(
                    "'%s' is for --sql and --plan; name only the revision to go to".formatted(target));
        }
    }

    /** Steps down are written like options, so that a misspelt option comes in as a revision: it is none. */
    static void requireRevision(String target, String command) {
        if (target.startsWith("-") && !target.matches("-\\d+")) {
            throw CommandFailed.usage("there is no option '%s'; see 'derrick %s --help'".formatted(target, command));
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
        terminal.say("%s: PostgreSQL warns: %s".formatted(revision.name(), warning));
    }

    /** Tells what was done: a list of revisions under the name of what was done to them, and the backup from before. */
    void report(List<Revision> revisions, Optional<Path> backup) {
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
