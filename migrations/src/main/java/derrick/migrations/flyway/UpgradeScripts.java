package derrick.migrations.flyway;

import derrick.migrations.revision.Revisions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway the scripts that lead up, so that it need not search the class path for others. */
record UpgradeScripts(Revisions revisions) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return null;
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
