package derrick.domain.sensor.exchange.table;

import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.RowTaker;
import derrick.domain.sensor.exchange.Rows;
import derrick.domain.time.Rfc3339;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose columns are settled and whose rows are ready to be read, once. */
public final class SensorTable implements Rows {
    /** So many rows are looked at before it is said that no time has an offset. */
    private static final int ROWS_LOOKED_AT = 20;

    private final ColumnPlan plan;
    private final RowReading reading;
    private final Deque<TableLine> lookedAt;
    private final Iterator<TableLine> lines;

    private SensorTable(ColumnPlan plan, RowReading reading, Deque<TableLine> lookedAt, Iterator<TableLine> lines) {
        this.plan = plan;
        this.reading = reading;
        this.lookedAt = lookedAt;
        this.lines = lines;
    }

    /**
     * Reads what stands above the rows.
     *
     * @param lines all lines of the table that are not empty
     * @throws TableRefused if it cannot be settled what the columns mean
     * @throws MalformedDocument if there is no line
     */
    public static SensorTable open(Iterator<TableLine> lines, TableOptions options) {
        if (!lines.hasNext()) {
            throw new MalformedDocument(1, "", "is empty; the first line must name the columns");
        }
        List<String> header = requirePrintable(lines.next());
        Deque<TableLine> lookedAt = new ArrayDeque<>();
        while (lookedAt.size() < ROWS_LOOKED_AT && lines.hasNext()) {
            lookedAt.add(lines.next());
        }
        ColumnPlan plan = ColumnPlanner.plan(UnitRows.read(header, lookedAt, options), options);
        options.start().ifPresent(SensorTable::requireStart);
        plan.findField(FieldName.TIME)
                .filter(times -> options.zone().isEmpty())
                .ifPresent(times -> requireOffsets(times, plan.columns().indexOf(times), lookedAt));
        return new SensorTable(plan, new RowReading(plan, options), lookedAt, lines);
    }

    /** What becomes of each column. */
    public ColumnPlan plan() {
        return plan;
    }

    /** How many cells of kept channels were read as gaps so far, by what stood in them; blank ones as {@code empty}. */
    public Map<String, Long> gaps() {
        return reading.gaps();
    }

    @Override
    public void handTo(RowTaker taker) {
        while (!lookedAt.isEmpty()) {
            reading.read(lookedAt.remove(), taker);
        }
        while (lines.hasNext()) {
            reading.read(lines.next(), taker);
        }
    }

    /** What stands in a header is shown to people, so it must be text indeed. */
    private static List<String> requirePrintable(TableLine header) {
        if (!header.fields().stream().allMatch(SensorTable::isPrintable)) {
            throw new MalformedDocument(
                    header.number(), "", "must name the columns of a table, but holds control characters");
        }
        return header.fields().stream().map(String::strip).toList();
    }

    private static boolean isPrintable(String cell) {
        return cell.strip().chars().noneMatch(Character::isISOControl);
    }

    private static boolean isTime(String cell) {
        try {
            Rfc3339.parse(cell, Optional.of(ZoneOffset.UTC));
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static boolean hasOffset(String time) {
        try {
            Rfc3339.parse(time);
            return true;
        } catch (IllegalArgumentException local) {
            return false;
        }
    }

    private static void requireStart(Instant start) {
        try {
            SensorRecord.requireTime(start);
        } catch (IllegalArgumentException wrong) {
            throw new TableRefused("the start time " + wrong.getMessage());
        }
    }

    private static void requireOffsets(Column.Field times, int index, Deque<TableLine> rows) {
        List<String> cells = rows.stream()
                .filter(row -> row.fields().size() > index)
                .map(row -> row.fields().get(index))
                .map(String::strip)
                .filter(SensorTable::isTime)
                .toList();
        if (!cells.isEmpty() && cells.stream().noneMatch(SensorTable::hasOffset)) {
            throw new TableRefused(
                    times.header(),
                    "times such as '%s' have no offset; name the zone they are in, such as --zone UTC"
                            .formatted(cells.get(0)));
        }
    }
}
