package derrick.migrations.diff;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.revision.Script;
import derrick.migrations.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs new revisions in a scratch database, up one by one and down again, and looks where they lead.
 *
 * @param again whether other revisions are run after these, from the same start
 */
record RoundTripCheck(MigrationFolder ground, ScratchServer scratch, boolean again) {
    /**
     * Where new revisions lead.
     *
     * @param top the schema after the last way up
     * @param notBack the first way back that does not lead back, and how; empty if all do
     */
    record Outcome(Catalog top, List<String> notBack) {}

    /** @throws derrick.migrations.run.MigrationFailed if the server refuses a statement */
    Outcome of(List<RevisionFiles> pairs) {
        List<List<Script>> legs = new ArrayList<>();
        legs.add(ground.upgrades());
        pairs.forEach(pair -> legs.add(List.of(pair.upgrade())));
        for (int at = pairs.size() - 1; at >= 0; at--) {
            legs.add(List.of(pairs.get(at).downgrade()));
        }
        List<Catalog> seen = again ? scratch.alongInCopy(legs) : scratch.along(legs);
        for (int back = 1; back <= pairs.size(); back++) {
            RevisionFiles pair = pairs.get(pairs.size() - back);
            List<String> differences =
                    CatalogDifference.between(seen.get(pairs.size() - back), seen.get(pairs.size() + back)).stream()
                            .map(difference -> "%s would not lead back: %s"
                                    .formatted(pair.downgrade().file(), difference.sentence("the scratch database")))
                            .toList();
            if (!differences.isEmpty()) {
                return new Outcome(seen.get(pairs.size()), differences);
            }
        }
        return new Outcome(seen.get(pairs.size()), List.of());
    }
}
