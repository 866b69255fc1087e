package derrick.persistence.sensor.exchange;

import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.RowHandler;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.InputStream;
import java.util.Optional;

/** Reads newline-delimited JSON: one record a line, blank lines between them allowed. */
public final class NdjsonSensorReader implements SensorReader {
    @Override
    public DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls) {
        GapCounter gaps = new GapCounter();
        return new JsonRows(() -> new JsonDocument(document, rig, nulls, gaps), NdjsonSensorReader::read, gaps);
    }

    private static void read(JsonDocument json, RowHandler taker) {
        long lastLine = 0;
        while (json.next().isPresent()) {
            long line = json.line();
            json.enterRow(line);
            if (line == lastLine) {
                throw json.malformed("must hold one object only; the next one goes on a line of its own");
            }
            SensorRecordBuilder draft = json.readObject();
            lastLine = json.line();
            if (lastLine != line) {
                throw json.malformed("must hold a whole object; it runs over the end of the line");
            }
            draft.handTo(taker);
            json.leaveRow();
        }
    }
}
