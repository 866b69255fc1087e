package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExpectedDifferencesTest {
    private static final TableRows BEFORE = rows(List.of("id", "name"), "1 a", "2 b");

    @Test
    void withoutADeclarationEachDifferenceIsReturned() {
        assertThat(declared("SELECT 1").differences("well", BEFORE, rows(List.of("id", "name"), "1 a", "2 c")))
                .containsExactly("name: 'c', not 'b' (1 of 2 rows)");
        assertThat(declared("SELECT 1").differences("well", BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void onlyColumnsOfBothAreCompared() {
        assertThat(declared("SELECT 1").differences("well", BEFORE, rows(List.of("added", "id"), "x 1", "y 2")))
                .isEmpty();
    }

    @Test
    void aDeclaredColumnMayDiffer() {
        ExpectedDifferences declared = declared("-- verify:differs well.name because it is cut");

        assertThat(declared.differences("well", BEFORE, rows(List.of("id", "name"), "1 a", "2 c")))
                .isEmpty();
        assertThat(declared.differences("well", BEFORE, rows(List.of("id", "name"), "1 a", "3 c")))
                .containsExactly("id: '3', not '2' (1 of 2 rows)");
        assertThat(declared.differences("rig", BEFORE, rows(List.of("id", "name"), "1 a", "2 c")))
                .isNotEmpty();
        assertThat(declared.faults()).isEmpty();
    }

    @Test
    void allRowsOfADeclaredTableMayDiffer() {
        ExpectedDifferences declared = declared("-- verify:differs well because its rows are deleted");

        assertThat(declared.differences("well", BEFORE, rows(List.of("id", "name"))))
                .isEmpty();
        assertThat(declared.faults()).isEmpty();
    }

    @Test
    void anUnusedDeclarationIsAFault() {
        ExpectedDifferences declared =
                declared("SELECT 1;\n-- verify:differs well.name because it is cut\n-- verify:differs well.id because");

        assertThat(declared.differences("well", BEFORE, BEFORE)).isEmpty();
        assertThat(declared.faults())
                .containsExactly(
                        "V002__change.sql, line 2: no difference found; remove the comment",
                        "V002__change.sql, line 3: write '-- verify:differs TABLE[.COLUMN] because REASON'");
    }

    @Test
    void aDeclarationOfAColumnIsUnusedIfAnotherColumnDiffers() {
        ExpectedDifferences declared = declared(
                "-- verify:differs well.name because it is cut\n-- verify:differs well.id because of its sequence");

        declared.differences("well", BEFORE, rows(List.of("id", "name"), "1 a", "2 c"));

        assertThat(declared.faults())
                .containsExactly("V002__change.sql, line 2: no difference found; remove the comment");
    }

    private static ExpectedDifferences declared(String script) {
        return new ExpectedDifferences(List.of(new Script("V002__change.sql", "V002__change.sql", script)));
    }

    private static TableRows rows(List<String> columns, String... rows) {
        return new TableRows(
                columns,
                Stream.of(rows)
                        .map(row ->
                                Stream.of(row.split(" ", -1)).map(Optional::of).toList())
                        .toList());
    }
}
