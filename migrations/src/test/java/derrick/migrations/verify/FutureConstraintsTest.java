package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.ColumnDefault;
import derrick.migrations.catalog.Constraint;
import derrick.migrations.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FutureConstraintsTest {
    private static final String STATES = "CHECK (state = ANY (ARRAY['new'::text, 'it''s worn'::text]))";
    private static final String RANGE = "CHECK (wear >= 0.5 AND wear <= 12)";

    @Test
    void checksOfLaterRevisionsAreTheOnesThatAreMissingNow() {
        Table now = table(List.of(column("state", true)), check("a", STATES));
        Table later = table(List.of(column("state", true)), check("renamed", STATES), check("b", RANGE));

        assertThat(future(now, later).futureChecks(now)).containsExactly(RANGE);
    }

    @Test
    void aColumnIsAlwaysNullableOnlyIfNoRevisionMakesItNotNull() {
        Table now = table(List.of(column("state", true), column("wear", true)));
        Table later = table(List.of(column("state", false), column("wear", true)));

        assertThat(future(now, later).isAlwaysNullable(now, column("state", true)))
                .isFalse();
        assertThat(future(now, later).isAlwaysNullable(now, column("wear", true)))
                .isTrue();
    }

    @Test
    void literalsOfChecksOnAColumnAreSampleValues() {
        Table now = table(List.of(column("state", true)), check("a", STATES), check("b", RANGE));
        FutureConstraints future = future(now);

        assertThat(future.texts("bit", "state")).containsExactly("new", "it's worn");
        assertThat(future.texts("bit", "wear")).isEmpty();
        assertThat(future.numbers("bit", "wear")).containsExactly("0.5", "12");
        assertThat(future.numbers("bit", "ear")).isEmpty();
    }

    @Test
    void foreignKeysCountIfTheirColumnsExistNow() {
        Table parent = new Table(
                "rig",
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(column("id", false)),
                List.of(),
                List.of(),
                List.of());
        Constraint key = new Constraint(
                "bit_rig_fkey",
                Constraint.Type.FOREIGN_KEY,
                "FOREIGN KEY (\"Rig\") REFERENCES rig(id) ON DELETE CASCADE",
                true,
                Optional.empty());
        Table now = table(List.of(column("Rig", true)));
        Table without = table(List.of(column("state", true)));
        Table later = table(List.of(column("Rig", true)), key);

        assertThat(new FutureConstraints(catalog(now, parent), List.of(catalog(later, parent)), new InsertedRows())
                        .foreignKeys(now))
                .containsExactly(new ForeignKey(List.of("Rig"), "rig", List.of("id")));
        assertThat(future(now, later).foreignKeys(now)).isEmpty();
        assertThat(new FutureConstraints(catalog(without, parent), List.of(catalog(later, parent)), new InsertedRows())
                        .foreignKeys(without))
                .isEmpty();
    }

    private static FutureConstraints future(Table now, Table... later) {
        return new FutureConstraints(
                catalog(now),
                List.of(later).stream().map(table -> catalog(table)).toList(),
                new InsertedRows());
    }

    private static Catalog catalog(Table... tables) {
        return Catalog.EMPTY.withTables(
                List.of(tables).stream().collect(Collectors.toMap(Table::name, table -> table)));
    }

    private static Table table(List<Column> columns, Constraint... constraints) {
        return new Table(
                "bit",
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                columns,
                List.of(constraints),
                List.of(),
                List.of());
    }

    private static Column column(String name, boolean nullable) {
        return new Column(
                name,
                "text",
                nullable,
                new ColumnDefault.NoDefault(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Constraint check(String name, String definition) {
        return new Constraint(name, Constraint.Type.CHECK, definition, true, Optional.empty());
    }
}
