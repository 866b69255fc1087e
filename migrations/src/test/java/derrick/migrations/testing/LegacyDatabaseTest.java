package derrick.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.CatalogDifference;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.revision.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LegacyDatabaseTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void itIsWhatRevision001MakesAndNothingElseButWhatIsKnown() {
        LegacyDatabase.in(database);
        Revisions revisions = Revisions.packaged();
        Catalog first = database.scratch().after(revisions.upgradeScripts(revisions.find(1)));

        assertThat(CatalogDifference.between(first, CatalogReader.read(database.dataSource())))
                .allSatisfy(difference -> assertThat(difference.sentence("it"))
                        .matches("(table (alembic_version|drilling_parameters_config)"
                                + "|index \\w+\\.ix_\\w+_(id|username|email|token|well_id)) is only in it"))
                .hasSize(2 + 15 + 5);
    }

    @Test
    void everyTableHasRowsOnceItIsFilled() {
        assertThat(LegacyDatabase.in(database).withDirtyRows().rowCounts())
                .containsOnlyKeys(LegacyDatabase.TABLES)
                .allSatisfy((table, count) -> assertThat(count).isPositive());
    }
}
