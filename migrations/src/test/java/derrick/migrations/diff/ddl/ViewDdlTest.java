package derrick.migrations.diff.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Index;
import derrick.migrations.catalog.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewDdlTest {
    @Test
    void aMaterializedViewIsCreatedWithItsIndexesAndComments() {
        Index index =
                new Index("by_id", "CREATE INDEX by_id ON m USING btree (id)", true, Optional.of("first"), Map.of());
        ViewDdl ddl = new ViewDdl(
                new View("m", true, " SELECT 1 AS id;", Optional.empty(), Optional.of("one"), List.of(index)));

        assertThat(ddl.create())
                .containsExactly(
                        "CREATE MATERIALIZED VIEW m AS\nSELECT 1 AS id",
                        "CREATE INDEX by_id ON m (id)",
                        "COMMENT ON MATERIALIZED VIEW m IS 'one'",
                        "COMMENT ON INDEX by_id IS 'first'");
        assertThat(ddl.drop()).isEqualTo("DROP MATERIALIZED VIEW m");
    }

    @Test
    void theOptionsOfAViewPrecedeItsQuery() {
        assertThat(new ViewDdl(new View(
                                "v",
                                false,
                                "SELECT 1",
                                Optional.of("security_barrier=true"),
                                Optional.empty(),
                                List.of()))
                        .create())
                .containsExactly("CREATE VIEW v WITH (security_barrier=true) AS\nSELECT 1");
    }
}
