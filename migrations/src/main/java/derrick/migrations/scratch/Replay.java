package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scratch database in which the scripts of revisions have run, and what it was after each list of them. */
final class Replay {
    private final ScratchDatabase database;
    private final ScratchRoles roles;
    private final List<String> done = new ArrayList<>();
    private final Map<List<String>, Catalog> catalogs = new HashMap<>();

    Replay(ScratchDatabase database, ScratchRoles roles) {
        this.database = database;
        this.roles = roles;
    }

    /** Makes what an upgrade of an empty database finds. */
    void prepare(Optional<String> schema, List<Script> scripts) {
        schema.ifPresent(name -> runner().makeSchema(name, scripts));
        runner().makeHistory();
    }

    private ScratchScriptRunner runner() {
        return new ScratchScriptRunner(database.connection(), roles);
    }

    ScratchDatabase database() {
        return database;
    }

    /** What it was after these scripts and no others, if that was read. */
    Optional<Catalog> catalogAfter(List<Script> scripts) {
        return Optional.ofNullable(catalogs.get(texts(scripts)));
    }

    /** Whether it is after the first of these scripts, or after all. */
    boolean leadsTo(List<Script> scripts) {
        return done.size() <= scripts.size()
                && texts(scripts.subList(0, done.size())).equals(done);
    }

    /** Runs those of the scripts that have not run yet. */
    void goOnTo(List<Script> scripts) {
        List<Script> more = scripts.subList(done.size(), scripts.size());
        runner().inOrder(more);
        done.addAll(texts(more));
    }

    /** What it is now. */
    Catalog read() {
        return catalogs.computeIfAbsent(List.copyOf(done), now -> CatalogReader.read(database.connection()));
    }

    private static List<String> texts(List<Script> scripts) {
        return scripts.stream().map(Script::text).toList();
    }
}
