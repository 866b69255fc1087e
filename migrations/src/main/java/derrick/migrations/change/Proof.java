package derrick.migrations.change;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.revision.Script;
import derrick.migrations.scratch.ScratchServer;
import java.util.ArrayList;
import java.util.List;

/** Runs new revisions in a scratch database, up one by one and down again, and looks where they lead. */
record Proof(Ground ground, ScratchServer scratch) {
    /**
     * Makes sure that each way back leads where its way up began.
     *
     * @return the schema at the top
     * @throws NotWritable if one does not
     */
    Catalog of(List<Pair> pairs) {
        List<List<Script>> legs = new ArrayList<>();
        legs.add(ground.upgrades());
        pairs.forEach(pair -> legs.add(List.of(pair.upgrade())));
        for (int at = pairs.size() - 1; at >= 0; at--) {
            legs.add(List.of(pairs.get(at).downgrade()));
        }
        List<Catalog> seen = scratch.along(legs);
        for (int back = 1; back <= pairs.size(); back++) {
            Pair pair = pairs.get(pairs.size() - back);
            List<CatalogDifference> differences =
                    CatalogDifference.between(seen.get(pairs.size() - back), seen.get(pairs.size() + back));
            if (!differences.isEmpty()) {
                throw new NotWritable(pair.downgrade().file(), differences);
            }
        }
        return seen.get(pairs.size());
    }
}
