package derrick.migrations.verify;

import derrick.migrations.catalog.Column;
import derrick.migrations.catalog.EnumType;
import derrick.migrations.catalog.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A place in a row that is filled at once: one column, or those of a foreign key.
 *
 * @param choices what may stand there; the first is tried first
 */
record CandidateValues(List<String> columns, List<List<Optional<String>>> choices) {
    /** The slot of a column by itself. */
    static CandidateValues of(Column column, Table table, FutureConstraints outlook, RowKind kind, int row) {
        SampleValues values =
                new SampleValues(column.type(), row, table.columns().indexOf(column));
        EnumType labels = outlook.now().enums().get(column.type());
        List<Optional<String>> choices = new ArrayList<>();
        if (kind.isOfToday() && labels == null) {
            values.awkward().forEach(value -> choices.add(Optional.of(value)));
        }
        values.ordinary(
                        labels == null ? outlook.texts(table.name(), column.name()) : labels.labels(),
                        outlook.numbers(table.name(), column.name()))
                .forEach(value -> choices.add(Optional.of(value)));
        boolean mayBeNull = kind.isOfToday() ? column.nullable() : outlook.mayStayNull(table, column);
        if (mayBeNull) {
            choices.add(kind.isNullFirst() ? 0 : choices.size(), Optional.empty());
        }
        return new CandidateValues(
                List.of(column.name()), choices.stream().map(List::of).toList());
    }

    /**
     * The slot of a foreign key.
     *
     * @param parents the values of the rows that it may lead to
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
