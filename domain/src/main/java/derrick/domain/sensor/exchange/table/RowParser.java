package derrick.domain.sensor.exchange.table;

import derrick.domain.quantity.Conversion;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.CsvInjectionEscape;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Parses the lines of a table into records. */
final class RowParser {
    private static final Conversion NONE = new Conversion(0, 1, 1, 0);

    private final List<TableColumn> columns;
    private final List<Conversion> conversions;
    private final Optional<TimeReader> times;
    private final ChannelValueReader numbers;
    private final TableOptions options;
    private final SingleWellCheck well;
    private final Optional<TimeFromDepth> timeFromDepth;

    RowParser(ColumnMapping mapping, ChannelValueReader numbers, TableOptions options) {
        this.columns = mapping.columns();
        this.conversions = columns.stream().map(RowParser::conversion).toList();
        this.times = mapping.times();
        this.numbers = numbers;
        this.options = options;
        this.well = SingleWellCheck.of(mapping, options);
        this.timeFromDepth = options.start().map(TimeFromDepth::new);
    }

    private static Conversion conversion(TableColumn column) {
        return column instanceof TableColumn.Reading reading
                ? reading.unit().to(reading.channel().unit())
                : NONE;
    }

    /** Whether a column names the well of a row. */
    boolean hasWellColumn() {
        return well.hasWellColumn();
    }

    /** @throws TableRefused if the rows name several wells */
    void requireOneWell(Iterator<TableLine> rows) {
        well.requireAll(rows);
    }

    /** @throws TableRefused if the row has another unit or well than the rows before */
    void read(TableLine line, RowHandler handler) {
        List<String> cells = line.fields();
        if (!hasCellsOfHeader(cells)) {
            handler.rejected(new Reject(
                    line.number(),
                    "line",
                    "has %d fields, but the header has %d".formatted(cells.size(), columns.size())));
            return;
        }
        well.require(line);
        SensorRecordBuilder builder = new SensorRecordBuilder(line.number(), options.rig());
        double depth = Double.NaN;
        double rop = Double.NaN;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof TableColumn.Reading reading) {
                double value =
                        value(builder, reading, conversions.get(i), cells.get(i).strip());
                depth = reading.channel() == Channel.DEPTH ? value : depth;
                rop = reading.channel() == Channel.ROP ? value : rop;
            } else if (columns.get(i) instanceof TableColumn.Field field) {
                readField(builder, field, i, cells);
            }
        }
        if (timeFromDepth.isPresent()) {
            timeFromDepth.get().derive(builder, depth, rop);
        }
        builder.finish(handler);
    }

    /** Whether a row has the header's number of cells; empty cells at its end are ignored. */
    private boolean hasCellsOfHeader(List<String> cells) {
        for (int i = columns.size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return cells.size() >= columns.size();
    }

    /** Passes a value to the builder in the channel's unit and returns it, or NaN for a gap or a fault. */
    private double value(SensorRecordBuilder builder, TableColumn.Reading reading, Conversion conversion, String cell) {
        try {
            double number = numbers.read(reading.header(), cell);
            if (Double.isNaN(number)) {
                return number;
            }
            double value = conversion.apply(number);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("is too large to be converted to "
                        + reading.channel().unit().symbol());
            }
            builder.reading(reading.channel(), value);
            return value;
        } catch (IllegalArgumentException wrong) {
            UnitRowFinder.requireSameUnit(reading, builder.row(), cell);
            builder.fault(reading.header(), String.valueOf(wrong.getMessage()));
            return Double.NaN;
        }
    }

    private void readField(SensorRecordBuilder builder, TableColumn.Field field, int index, List<String> cells) {
        String cell = cells.get(index);
        if (field.field().equals(FieldName.TIME)) {
            if (options.nulls().isWord(cell.strip())) {
                builder.fault(field.header(), "is missing");
            } else if (times.isPresent() && times.get().column() == index) {
                builder.time(field.header(), () -> times.get().read(cells));
            }
            return;
        }
        if (cell.isEmpty()) {
            return;
        }
        switch (field.field()) {
            case FieldName.RIG -> builder.rig(CsvInjectionEscape.unescape(cell));
            case FieldName.TIME_SOURCE -> builder.timeSource(cell);
            case FieldName.STATUS -> builder.status(CsvInjectionEscape.unescape(cell));
            default -> throw new IllegalStateException("a column was planned for " + field.field());
        }
    }
}
