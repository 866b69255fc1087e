package derrick.migrations.loss;

import java.util.Locale;

/**
 * A loss in a database.
 *
 * @param rows how many rows the table has or, if it is a column, in how many it has a value
 */
public record CountedLoss(Loss loss, long rows) {
    /** What is lost, for a person: {@code users: 12 rows}. */
    public String sentence() {
        String number = String.format(Locale.ROOT, "%,d", rows);
        return loss.name() + switch (loss.kind()) {
            case TABLE, TRUNCATED -> ": %s %s".formatted(number, rows == 1 ? "row" : "rows");
            case REWRITTEN -> ": what the new form does not hold of %s rows".formatted(number);
            case DELETED -> ": some or all of %s rows".formatted(number);
            case COLUMN -> ": %s %s".formatted(number, rows == 1 ? "value" : "values");
            case NARROWED -> ": what %s does not hold of %s values"
                    .formatted(loss.newType().orElseThrow().name(), number);
        };
    }
}
