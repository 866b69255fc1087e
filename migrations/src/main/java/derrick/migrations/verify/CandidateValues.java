package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The candidate values of a column, or of the columns of a foreign key.
 *
 * @param choices the values in the order in which they are tried
 */
record CandidateValues(List<String> columns, List<List<Optional<String>>> choices) {
    /** Returns the candidates for a single column. */
    static CandidateValues of(Column column, Table table, FutureConstraints future, RowKind kind, int row) {
        SampleValues values =
                new SampleValues(column.type(), row, table.columns().indexOf(column));
        EnumType labels = future.current().enums().get(column.type());
        List<Optional<String>> choices = new ArrayList<>();
        if (kind.ignoresFuture() && labels == null) {
            values.edgeCases().forEach(value -> choices.add(Optional.of(value)));
        }
        values.typical(
                        labels == null ? future.texts(table.name(), column.name()) : labels.labels(),
                        future.numbers(table.name(), column.name()))
                .forEach(value -> choices.add(Optional.of(value)));
        boolean mayBeNull = kind.ignoresFuture() ? column.nullable() : future.isAlwaysNullable(table, column);
        if (mayBeNull) {
            choices.add(kind.isNullFirst() ? 0 : choices.size(), Optional.empty());
        }
        return new CandidateValues(
                List.of(column.name()), choices.stream().map(List::of).toList());
    }

    /**
     * Returns the candidates for the columns of a foreign key.
     *
     * @param parents the key values of the referenced rows
     */
    static CandidateValues of(
            ForeignKey key, List<List<Optional<String>>> parents, boolean mayBeNull, RowKind kind, int row) {
        List<List<Optional<String>>> choices = new ArrayList<>(parents);
        if (!choices.isEmpty()) {
            Collections.rotate(choices, row);
        }
        if (mayBeNull) {
            choices.add(
                    kind.isNullFirst() ? 0 : choices.size(),
                    Collections.nCopies(key.columns().size(), Optional.empty()));
        }
        return new CandidateValues(key.columns(), choices);
    }
}
