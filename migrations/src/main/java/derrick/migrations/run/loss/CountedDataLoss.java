package derrick.migrations.run.loss;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A loss in a database.
 *
 * @param rows how many rows the table has or, if it is a column, in how many it has a value; empty if nobody counted
 */
public record CountedDataLoss(DataLoss loss, OptionalLong rows) {
    /** Losses of which only the scripts know. */
    public static List<CountedDataLoss> notCounted(List<DataLoss> losses) {
        return losses.stream()
                .map(loss -> new CountedDataLoss(loss, OptionalLong.empty()))
                .toList();
    }

    /** Whether anything that somebody wrote is lost. */
    public boolean hasRows() {
        return rows.orElse(1) > 0;
    }

    /** What is lost, for a person: {@code users: 12 rows}. */
    public String sentence() {
        String unit = loss.column().isPresent() ? "value" : "row";
        String many = rows.isEmpty()
                ? "all %ss".formatted(unit)
                : String.format(Locale.ROOT, "%,d %s%s", rows.getAsLong(), unit, rows.getAsLong() == 1 ? "" : "s");
        return loss.name() + ": "
                + switch (loss.kind()) {
                    case TABLE, SCHEMA, TRUNCATED, COLUMN -> many;
                    case REWRITTEN -> "what its new form does not hold of " + many;
                    case DELETED -> "some of " + many;
                    case NARROWED ->
                        "what %s does not hold of %s".formatted(loss.newType().orElseThrow(), many);
                };
    }
}
