package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.CsvInjectionEscape;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.SensorWriter;
import derrick.domain.time.Rfc3339;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** Writes CSV: a header with the units of the channels, then one record a line. A gap is an empty cell. */
public final class CsvSensorWriter implements SensorWriter {
    private static final List<String> HEADER = FieldName.ALL.stream()
            .map(name -> Channel.named(name)
                    .map(channel -> "%s [%s]".formatted(name, channel.unit().symbol()))
                    .orElse(name))
            .toList();

    @Override
    public Consumer<SensorRecord> start(Writer document) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(document);
        csv.writeRecord(HEADER);
        return record -> writeLine(csv, record);
    }

    private static void writeLine(CsvWriter csv, SensorRecord record) {
        CsvWriter.CsvWriterRecord line = csv.writeRecord();
        line.writeField(CsvInjectionEscape.escape(record.rig().value()));
        line.writeField(Rfc3339.format(record.time()));
        for (Channel channel : Channel.ALL) {
            line.writeField(cell(record.readings(), channel));
        }
        line.writeField(CsvInjectionEscape.escape(record.status().value()));
        line.writeField(record.timeSource().key());
        line.endRecord();
    }

    /**
     * Returns a number in the fewest digits that parse to the same double, which the JDK does only since version 19.
     */
    private static String cell(Readings readings, Channel channel) {
        return readings.has(channel)
                ? NumberOutput.toString(readings.get(channel).orElseThrow(), true)
                : "";
    }
}
