package derrick.persistence.sensor.exchange;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.SensorRecord;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.RowLog;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.SensorWriter;
import derrick.domain.sensor.exchange.table.TableOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads and writes documents as strings. */
final class Documents {
    private Documents() {}

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static RowLog read(SensorReader reader, String text) {
        RowLog log = new RowLog();
        reader.rows(bytes(text), Optional.empty(), NullMarkers.USUAL).readAll(log);
        return log;
    }

    static RowLog read(SensorReader reader, String text, RigId rig) {
        RowLog log = new RowLog();
        reader.rows(bytes(text), Optional.of(rig), NullMarkers.USUAL).readAll(log);
        return log;
    }

    static RowLog readTable(String text, TableOptions options) {
        RowLog log = new RowLog();
        new CsvTableReader().open(bytes(text), options).readAll(log);
        return log;
    }

    static String written(SensorWriter writer, List<SensorRecord> records) {
        StringWriter document = new StringWriter();
        records.forEach(writer.start(document));
        return document.toString();
    }
}
