package derrick.migrations.flyway;

import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Script;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Hands Flyway the scripts that lead up, so that it need not search the class path for others. Where one cannot run in
 * a transaction, and Flyway knows but a few that cannot, it finds the file of settings beside it that says so.
 */
record UpgradeScripts(Revisions revisions) implements ResourceProvider {
    private static final String SETTINGS = ".conf";

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return revisions.all().stream()
                .map(revisions::upgradeScript)
                .filter(script -> name.equals(script.file() + SETTINGS) && !script.isTransactional())
                .map(UpgradeScripts::settings)
                .findFirst()
                .orElse(null);
    }

    private static LoadableResource settings(Script script) {
        return new ScriptResource(
                new Script(script.file() + SETTINGS, script.path() + SETTINGS, "executeInTransaction=false"));
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return prefix.equals("V")
                ? revisions.all().stream()
                        .<LoadableResource>map(revision -> new ScriptResource(revisions.upgradeScript(revision)))
                        .filter(script -> Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
                        .toList()
                : List.of();
    }
}
