package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonToken;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads sensor records from JSON: one object, an array of objects, or one object a line (NDJSON). */
public final class JsonSensorReader implements SensorReader {
    private final BiConsumer<JsonDocument, RowHandler> objects;

    private JsonSensorReader(BiConsumer<JsonDocument, RowHandler> objects) {
        this.objects = objects;
    }

    /** Returns a reader of documents that are one record or an array of records. */
    public static JsonSensorReader ofJson() {
        return new JsonSensorReader(JsonSensorReader::readDocument);
    }

    /** Returns a reader of documents with one record a line; blank lines are allowed. */
    public static JsonSensorReader ofNdjson() {
        return new JsonSensorReader(JsonSensorReader::readLines);
    }

    @Override
    public DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls) {
        return new JsonRows(document, rig, nulls, objects, new GapCounter());
    }

    private static void readDocument(JsonDocument json, RowHandler handler) {
        json.enterRow(1);
        Optional<JsonToken> first = json.next();
        if (first.equals(Optional.of(JsonToken.START_ARRAY))) {
            long row = 1;
            while (!json.next().equals(Optional.of(JsonToken.END_ARRAY))) {
                json.readObject().finish(handler);
                json.enterRow(++row);
            }
        } else if (first.equals(Optional.of(JsonToken.START_OBJECT))) {
            json.readObject().finish(handler);
        } else {
            throw json.malformed("must be an object or an array of objects");
        }
        if (json.next().isPresent()) {
            throw json.malformed("must be the end: a document is one object or one array");
        }
    }

    private static void readLines(JsonDocument json, RowHandler handler) {
        long lastLine = 0;
        while (json.next().isPresent()) {
            long line = json.line();
            json.enterRow(line);
            if (line == lastLine) {
                throw json.malformed("must hold one object only; write the next one on a line of its own");
            }
            SensorRecordBuilder builder = json.readObject();
            lastLine = json.line();
            if (lastLine != line) {
                throw json.malformed("must hold a whole object; write the object on one line");
            }
            builder.finish(handler);
            json.leaveRow();
        }
    }

    private record JsonRows(
            InputStream document,
            Optional<RigId> rig,
            NullMarkers nulls,
            BiConsumer<JsonDocument, RowHandler> objects,
            GapCounter counter)
            implements DocumentRows {
        @Override
        public void readAll(RowHandler handler) {
            try (JsonDocument json = new JsonDocument(document, rig, nulls, counter)) {
                objects.accept(json, handler);
            }
        }

        @Override
        public Map<String, Long> gaps() {
            return counter.gaps();
        }

        @Override
        public Map<String, Long> suspects() {
            return counter.suspects();
        }
    }
}
