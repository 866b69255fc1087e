package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.column;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Column;
import derrick.migrations.diff.change.MatchedByName.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchedByNameTest {
    private static final Column ID = column("id", "bigint");
    private static final Column NAME = column("name", "text");
    private static final Column LONG_NAME = column("name", "character varying(99)");
    private static final Column OWNER = column("owner", "text");

    @Test
    void objectsAreRemovedAddedOrCommon() {
        MatchedByName<Column> columns = MatchedByName.of(List.of(NAME, ID), List.of(ID, OWNER));

        assertThat(columns.removed()).containsExactly(NAME);
        assertThat(columns.added()).containsExactly(OWNER);
        assertThat(columns.common()).containsExactly(new Match<>(ID, ID));
    }

    @Test
    void commonObjectsHaveTheOrderOfTheSecondSchema() {
        assertThat(MatchedByName.of(List.of(ID, NAME), List.of(LONG_NAME, ID)).common())
                .containsExactly(new Match<>(NAME, LONG_NAME), new Match<>(ID, ID));
    }

    @Test
    void aMatchTellsWhichAttributeDiffers() {
        Match<Column> match = new Match<>(NAME, LONG_NAME);

        assertThat(match.isChanged()).isTrue();
        assertThat(match.differsIn("type")).isTrue();
        assertThat(match.differsIn("nullability")).isFalse();
        assertThat(match.differsIn("comment")).isFalse();
        assertThat(new Match<>(ID, ID).isChanged()).isFalse();
    }
}
