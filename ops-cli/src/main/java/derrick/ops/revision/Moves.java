package derrick.ops.revision;

import derrick.migrations.flyway.MigrationListener;
import derrick.migrations.revision.Revision;
import derrick.ops.CommandFailed;
import derrick.ops.Terminal;
import java.util.List;

/** Tells of a migration: each script as it begins, and in the end what was done. */
record Moves(Terminal terminal, boolean json, String doing, String done) implements MigrationListener {
    /** Steps down are written like options, so that a misspelt option comes in as a revision: it is none. */
    static void requireRevision(String target) {
        if (target.startsWith("-") && !target.matches("-\\d+")) {
            throw CommandFailed.usage("there is no option '%s'; see 'derrick help downgrade'".formatted(target));
        }
    }

    @Override
    public void waits(String reason) {
        terminal.say("waiting: " + reason);
    }

    @Override
    public void begins(Revision revision) {
        terminal.say(doing + " " + revision.name());
    }

    @Override
    public void warned(Revision revision, String warning) {
        terminal.say("%s: PostgreSQL warns: %s".formatted(revision.name(), warning));
    }

    /** Tells what was done: a list of revisions under the name of what was done to them. */
    void report(List<Revision> revisions) {
        if (json) {
            terminal.json(document -> {
                document.writeStartObject();
                document.writeArrayFieldStart(done);
                for (Revision revision : revisions) {
                    document.writeString(revision.id());
                }
                document.writeEndArray();
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
