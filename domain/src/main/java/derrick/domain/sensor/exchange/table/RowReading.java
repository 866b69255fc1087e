package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Conversion;
import derrick.domain.quantity.DecimalText;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.FormulaGuard;
import derrick.domain.sensor.exchange.RecordDraft;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.RowTaker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns the lines of a table into records, after its plan. */
final class RowReading {
    private static final Conversion NONE = new Conversion(0, 1, 1, 0);

    private final List<Column> columns;
    private final List<Conversion> conversions;
    private final TableOptions options;
    private final Optional<DepthClock> clock;
    private final Map<String, Long> gaps = new TreeMap<>();

    RowReading(ColumnPlan plan, TableOptions options) {
        this.columns = plan.columns();
        this.conversions = columns.stream().map(RowReading::conversion).toList();
        this.options = options;
        this.clock = options.start().map(DepthClock::new);
    }

    private static Conversion conversion(Column column) {
        return column instanceof Column.Reading reading
                ? reading.unit().to(reading.channel().unit())
                : NONE;
    }

    /** How many cells of channels were read as gaps, by what stood in them. */
    Map<String, Long> gaps() {
        return Map.copyOf(gaps);
    }

    void read(TableLine line, RowTaker taker) {
        List<String> cells = line.fields();
        if (cells.size() != columns.size()) {
            taker.rejected(new Reject(
                    line.number(),
                    "line",
                    "has %d fields, but the header has %d".formatted(cells.size(), columns.size())));
            return;
        }
        RecordDraft draft = new RecordDraft(line.number(), options.rig());
        double depth = Double.NaN;
        double rop = Double.NaN;
        for (int i = 0; i < cells.size(); i++) {
            if (columns.get(i) instanceof Column.Reading reading) {
                double value =
                        value(draft, reading, conversions.get(i), cells.get(i).strip());
                depth = reading.channel() == Channel.DEPTH ? value : depth;
                rop = reading.channel() == Channel.ROP ? value : rop;
            } else if (columns.get(i) instanceof Column.Field field) {
                takeField(draft, field, cells.get(i));
            }
        }
        if (clock.isPresent()) {
            clock.get().stamp(draft, depth, rop);
        }
        draft.handTo(taker);
    }

    /** Hands the value to the draft in its stored unit and returns it, or NaN for a gap or a fault. */
    private double value(RecordDraft draft, Column.Reading reading, Conversion conversion, String cell) {
        if (cell.isEmpty()) {
            return gap("empty");
        }
        if (cell.equalsIgnoreCase("NaN")) {
            return gap("NaN");
        }
        try {
            double number = DecimalText.parse(cell);
            if (options.nulls().contain(number)) {
                return gap(cell);
            }
            double value = conversion.apply(number);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("is too large to be converted to "
                        + reading.channel().unit().symbol());
            }
            draft.reading(reading.channel(), value);
            return value;
        } catch (IllegalArgumentException wrong) {
            draft.fault(reading.header(), String.valueOf(wrong.getMessage()));
            return Double.NaN;
        }
    }

    private double gap(String written) {
        gaps.merge(written, 1L, Long::sum);
        return Double.NaN;
    }

    private void takeField(RecordDraft draft, Column.Field field, String cell) {
        if (cell.isEmpty()) {
            if (field.field().equals(FieldName.TIME)) {
                draft.fault(field.header(), "is missing");
            }
            return;
        }
        switch (field.field()) {
            case FieldName.TIME -> draft.time(field.header(), cell, options.zone());
            case FieldName.RIG -> draft.rig(FormulaGuard.unguarded(cell));
            case FieldName.TIME_SOURCE -> draft.timeSource(cell);
            case FieldName.STATUS -> draft.status(FormulaGuard.unguarded(cell));
            default -> throw new IllegalStateException("a column was planned for " + field.field());
        }
    }
}
