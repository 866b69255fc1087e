package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonToken;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.RowHandler;
import derrick.domain.sensor.exchange.SensorReader;
import java.io.InputStream;
import java.util.Optional;

/** Reads a JSON document that is one record or an array of records. */
public final class JsonSensorReader implements SensorReader {
    @Override
    public DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls) {
        GapCounter gaps = new GapCounter();
        return new JsonRows(() -> new JsonDocument(document, rig, nulls, gaps), JsonSensorReader::read, gaps);
    }

    private static void read(JsonDocument json, RowHandler taker) {
        json.enterRow(1);
        Optional<JsonToken> first = json.next();
        if (first.equals(Optional.of(JsonToken.START_ARRAY))) {
            long row = 1;
            while (!json.next().equals(Optional.of(JsonToken.END_ARRAY))) {
                json.readObject().handTo(taker);
                json.enterRow(++row);
            }
        } else if (first.equals(Optional.of(JsonToken.START_OBJECT))) {
            json.readObject().handTo(taker);
        } else {
            throw json.malformed("must be an object or an array of objects");
        }
        if (json.next().isPresent()) {
            throw json.malformed("must be the end: a document is one object or one array");
        }
    }
}
