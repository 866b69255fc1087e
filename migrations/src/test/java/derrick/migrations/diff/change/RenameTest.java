package derrick.migrations.diff.change;

import static derrick.migrations.diff.TestCatalog.catalog;
import static derrick.migrations.diff.TestCatalog.column;
import static derrick.migrations.diff.TestCatalog.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.diff.change.Rename.UnknownRename;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameTest {
    private static final Catalog BEFORE = catalog(
            table("bit", column("speed", "real"), column("size", "real")),
            table("rig", column("speed", "real"), column("name", "text")),
            table("mast", column("height", "real")));
    private static final Catalog AFTER = catalog(
            table("bit", column("rop", "real"), column("size", "real")),
            table("rig", column("rop", "real"), column("title", "text")),
            table("tower", column("height", "real")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mast=tower | ALTER TABLE mast RENAME TO tower | ALTER TABLE tower RENAME TO mast
            rig.speed=rop | ALTER TABLE rig RENAME COLUMN speed TO rop | ALTER TABLE rig RENAME COLUMN rop TO speed
            name=title | ALTER TABLE rig RENAME COLUMN name TO title | ALTER TABLE rig RENAME COLUMN title TO name
            """)
    void aRenameIsParsed(String text, String up, String down) {
        Rename rename = Rename.parse(text, BEFORE, AFTER);

        assertThat(rename.step().up()).containsExactly(up);
        assertThat(rename.step().down()).containsExactly(down);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            speed=rop | 'speed=rop' is ambiguous; write bit.speed=rop or rig.speed=rop
            rig.pace=rop | cannot rename rig.pace to rop
            rig.speed=pace | cannot rename rig.speed to pace
            bit.size=rop | cannot rename bit.size to rop
            rig | 'rig' is not a rename; write table.old=new, or old=new
            =rig | '=rig' is not a rename
            rig= | 'rig=' is not a rename
            """)
    void aRenameOfNothingOrOfSeveralObjectsIsRejected(String text, String message) {
        assertThatThrownBy(() -> Rename.parse(text, BEFORE, AFTER))
                .isInstanceOf(UnknownRename.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void columnsOfOneTypeAndTablesWithTheSameColumnsMayBeRenamed() {
        assertThat(Rename.possible(BEFORE, AFTER))
                .extracting(Rename::text)
                .containsExactlyInAnyOrder("bit.speed=rop", "rig.speed=rop", "rig.name=title", "mast=tower");
    }

    @Test
    void aColumnOfAnotherTypeIsNoRename() {
        assertThat(Rename.possible(
                        catalog(table("rig", column("speed", "real"))), catalog(table("rig", column("rop", "text")))))
                .isEmpty();
    }

    @Test
    void thePathOfAColumnStartsWithItsTable() {
        Rename rename = new Rename(Optional.of("rig"), "speed", "rop");

        assertThat(rename.oldPath()).isEqualTo("rig.speed");
        assertThat(rename.newPath()).isEqualTo("rig.rop");
        assertThat(new Rename(Optional.empty(), "mast", "tower").newPath()).isEqualTo("tower");
    }
}
