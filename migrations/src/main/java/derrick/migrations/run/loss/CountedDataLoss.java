package derrick.migrations.run.loss;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A data loss with the number of rows that it affects.
 *
 * @param rows the rows of the table, or the non-NULL values of the column; empty if not counted
 */
public record CountedDataLoss(DataLoss loss, OptionalLong rows) {
    /** Returns losses without numbers, for use without a database. */
    public static List<CountedDataLoss> notCounted(List<DataLoss> losses) {
        return losses.stream()
                .map(loss -> new CountedDataLoss(loss, OptionalLong.empty()))
                .toList();
    }

    /** True if rows are lost or were not counted. */
    public boolean hasRows() {
        return rows.orElse(1) > 0;
    }

    /** Returns a description: {@code users: 12 rows}. */
    public String sentence() {
        String unit = loss.column().isPresent() ? "value" : "row";
        String many = rows.isEmpty()
                ? "all %ss".formatted(unit)
                : String.format(Locale.ROOT, "%,d %s%s", rows.getAsLong(), unit, rows.getAsLong() == 1 ? "" : "s");
        return loss.name() + ": "
                + switch (loss.kind()) {
                    case TABLE, SCHEMA, TRUNCATED, COLUMN -> many;
                    case REWRITTEN -> "what the new table does not keep of " + many;
                    case DELETED -> "some of " + many;
                    case NARROWED ->
                        "those of %s that do not fit %s"
                                .formatted(many, loss.newType().orElseThrow());
                };
    }
}
