package derrick.ops.sensor;

import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.table.ColumnMapping;
import derrick.domain.sensor.exchange.table.TableColumn;
import derrick.domain.sensor.exchange.table.TimeReader;
import java.io.PrintStream;
import java.util.List;

/** Prints the mapping of a table's columns. */
record ColumnReport(ColumnMapping mapping, long headerLine) {
    private static final int HEADER_WIDTH = 34;

    void print(PrintStream out) {
        out.println(headerLine == 1 ? "columns:" : "columns (header in line %d):".formatted(headerLine));
        mapping.fields().forEach(field -> line(out, field, field.field() + timeFormat(field)));
        mapping.readings().forEach(reading -> line(out, reading, meaning(reading)));
        if (mapping.decimalComma()) {
            out.println("numbers are read with a decimal comma");
        }
        List<TableColumn.NotKept> notKept = mapping.notKept();
        if (!notKept.isEmpty()) {
            out.printf(
                    "not imported, %d of %d columns:%n",
                    notKept.size(), mapping.columns().size());
            notKept.forEach(column -> line(out, column, column.reason()));
        }
    }

    private String timeFormat(TableColumn.Field field) {
        return field.field().equals(FieldName.TIME)
                ? mapping.times().map(TimeReader::description).orElse("")
                : "";
    }

    private static String meaning(TableColumn.Reading reading) {
        String from = reading.unit().symbol();
        String to = reading.channel().unit().symbol();
        return reading.channel().key()
                + (from.equals(to) ? ", in " + to : ", in %s, converted to %s".formatted(from, to));
    }

    private static void line(PrintStream out, TableColumn column, String meaning) {
        String header = column.header().isBlank() ? "(no name)" : column.header();
        String shown = header.length() > HEADER_WIDTH ? header.substring(0, HEADER_WIDTH - 1) + "…" : header;
        out.printf("  %-" + HEADER_WIDTH + "s  %s%n", shown, meaning);
    }
}
