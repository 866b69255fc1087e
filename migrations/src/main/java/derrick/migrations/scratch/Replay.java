package derrick.migrations.scratch;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scratch database in which revision scripts run, with a cache of its catalogue after each list of scripts. */
final class Replay {
    private final ScratchDatabase database;
    private final ScratchRoles roles;
    private final List<String> executed = new ArrayList<>();
    private final Map<List<String>, Catalog> catalogs = new HashMap<>();

    Replay(ScratchDatabase database, ScratchRoles roles) {
        this.database = database;
        this.roles = roles;
    }

    /** Creates what exists before the first upgrade: the schema and the history table. */
    void prepare(Optional<String> schema, List<Script> scripts) {
        schema.ifPresent(name -> runner().createSchema(name, scripts));
        runner().createHistoryTable();
    }

    private ScratchScriptRunner runner() {
        return new ScratchScriptRunner(database.connection(), roles);
    }

    ScratchDatabase database() {
        return database;
    }

    /** Returns the cached catalogue after a list of scripts. */
    Optional<Catalog> catalogAfter(List<Script> scripts) {
        return Optional.ofNullable(catalogs.get(texts(scripts)));
    }

    /** True if the scripts that have run are the first of a list, or all of it. */
    boolean isPrefixOf(List<Script> scripts) {
        return executed.size() <= scripts.size()
                && texts(scripts.subList(0, executed.size())).equals(executed);
    }

    /** Runs the scripts of a list that have not run yet. */
    void runRest(List<Script> scripts) {
        List<Script> more = scripts.subList(executed.size(), scripts.size());
        runner().inOrder(more);
        executed.addAll(texts(more));
    }

    /** Returns the current catalogue. */
    Catalog read() {
        return catalogs.computeIfAbsent(List.copyOf(executed), now -> CatalogReader.read(database.connection()));
    }

    private static List<String> texts(List<Script> scripts) {
        return scripts.stream().map(Script::text).toList();
    }
}
