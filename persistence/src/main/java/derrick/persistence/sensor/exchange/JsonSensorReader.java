package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import derrick.domain.quantity.DecimalText;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.DocumentRows.RowHandler;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorReader;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sensor records from JSON: one object, an array of objects, or one object a line (NDJSON). An object with an
 * unknown field, a field twice, or a value of the wrong type makes the whole document malformed.
 */
public final class JsonSensorReader implements SensorReader {
    /** The limits are far above what a record needs; they keep hostile text from filling memory. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNameLength(200)
                    .maxStringLength(1000)
                    .maxNumberLength(1000)
                    .build())
            .build();

    /** The index of each field's bit in {@link RecordParser#seen}. */
    private static final Map<String, Integer> FIELD_INDEXES = fieldIndexes();

    private static final long BETWEEN_ROWS = 0;

    private final boolean byLine;

    private JsonSensorReader(boolean byLine) {
        this.byLine = byLine;
    }

    /** Returns a reader of documents that are one record or an array of records. */
    public static JsonSensorReader ofJson() {
        return new JsonSensorReader(false);
    }

    /** Returns a reader of documents with one record a line; blank lines are allowed. */
    public static JsonSensorReader ofNdjson() {
        return new JsonSensorReader(true);
    }

    @Override
    public DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls) {
        return new JsonRows(document, rig, nulls, byLine, new GapCounter());
    }

    private static Map<String, Integer> fieldIndexes() {
        Map<String, Integer> indexes = new HashMap<>();
        FieldName.ALL.forEach(field -> indexes.put(field, indexes.size()));
        return Map.copyOf(indexes);
    }

    private record JsonRows(
            InputStream document, Optional<RigId> rig, NullMarkers nulls, boolean byLine, GapCounter counter)
            implements DocumentRows {
        @Override
        public void readAll(RowHandler handler) {
            try (RecordParser parser = new RecordParser(document, rig, nulls, counter)) {
                if (byLine) {
                    parser.readLines(handler);
                } else {
                    parser.readDocument(handler);
                }
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

    /** Reads the objects of one document. */
    private static final class RecordParser implements AutoCloseable {
        private final JsonParser parser;
        private final Optional<RigId> rig;
        private final NullMarkers nulls;
        private final GapCounter gaps;
        /** The number of the current row, for messages. */
        private long row = BETWEEN_ROWS;

        /** The name of the current field. */
        private String name = "";

        /** The fields of the current object so far, one bit each. */
        private int seen;

        private RecordParser(InputStream document, Optional<RigId> rig, NullMarkers nulls, GapCounter gaps) {
            try {
                this.parser = JSON.createParser(document);
            } catch (IOException failure) {
                throw failure instanceof CharConversionException
                        ? JsonErrors.notText(row)
                        : new UncheckedIOException(failure);
            }
            this.rig = rig;
            this.nulls = nulls;
            this.gaps = gaps;
        }

        /** Reads one object or an array of objects. */
        private void readDocument(RowHandler handler) {
            row = 1;
            Optional<JsonToken> first = next();
            if (first.equals(Optional.of(JsonToken.START_ARRAY))) {
                while (!next().equals(Optional.of(JsonToken.END_ARRAY))) {
                    readObject().finish(handler);
                    row++;
                }
            } else if (first.equals(Optional.of(JsonToken.START_OBJECT))) {
                readObject().finish(handler);
            } else {
                throw malformed("must be an object or an array of objects");
            }
            if (next().isPresent()) {
                throw malformed("must be the end: a document is one object or one array");
            }
        }

        /** Reads one object a line. Between the lines, errors name the line that the parser has reached. */
        private void readLines(RowHandler handler) {
            long lastLine = 0;
            while (next().isPresent()) {
                row = line();
                if (row == lastLine) {
                    throw malformed("must hold one object only; write the next one on a line of its own");
                }
                SensorRecordBuilder builder = readObject();
                lastLine = line();
                if (lastLine != row) {
                    throw malformed("must hold a whole object; write the object on one line");
                }
                builder.finish(handler);
                row = BETWEEN_ROWS;
            }
        }

        /** Returns the next token, or nothing at the end. */
        private Optional<JsonToken> next() {
            try {
                return Optional.ofNullable(parser.nextToken());
            } catch (IOException failure) {
                throw JsonErrors.of(failure, row, parser);
            }
        }

        /** Returns the line of the last token; the first line is 1. */
        private long line() {
            return parser.currentTokenLocation().getLineNr();
        }

        /** Reads the object that the last token began, to its end. */
        private SensorRecordBuilder readObject() {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw malformed("must be an object");
            }
            SensorRecordBuilder builder = new SensorRecordBuilder(row, rig);
            name = "";
            seen = 0;
            try {
                readFields(builder);
            } catch (IOException failure) {
                throw JsonErrors.of(failure, row, parser);
            }
            return builder;
        }

        private void readFields(SensorRecordBuilder builder) throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                name = parser.currentName();
                requireNewField();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (name) {
                    case FieldName.RIG -> builder.rig(text(value));
                    case FieldName.TIME -> builder.time(text(value));
                    case FieldName.STATUS -> builder.status(text(value));
                    case FieldName.TIME_SOURCE -> builder.timeSource(text(value));
                    default -> readChannel(builder, number(value));
                }
            }
        }

        private void readChannel(SensorRecordBuilder builder, double value) throws IOException {
            if (nulls.contain(value)) {
                gaps.addGap(parser.getText());
                return;
            }
            if (GapCounter.isSuspect(value)) {
                gaps.addSuspect(parser.getText(), name);
            }
            builder.reading(Channel.named(name).orElseThrow(), value);
        }

        private void requireNewField() {
            Integer index = FIELD_INDEXES.get(name);
            if (index == null) {
                throw malformedField("is not a field of a record; these are " + String.join(", ", FieldName.ALL));
            }
            if ((seen & 1 << index) != 0) {
                throw malformedField("must not be twice in one object");
            }
            seen |= 1 << index;
        }

        private String text(JsonToken value) throws IOException {
            if (value != JsonToken.VALUE_STRING) {
                throw malformedField("must be a text in double quotes");
            }
            String text = parser.getText();
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character == 0) {
                    throw malformedField("must not hold the character NUL");
                }
                if (Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(character)) {
                    throw malformedField("must not hold half a surrogate pair");
                }
            }
            return text;
        }

        /**
         * Returns the current number. A zero of more than one character is parsed again: it may be too small for a
         * double, or the integer -0, whose sign Jackson drops.
         */
        private double number(JsonToken token) throws IOException {
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                throw malformedField("must be a number, or null for a gap");
            }
            double value = parser.getDoubleValue();
            boolean isPlainZero = value == 0 && parser.getTextLength() == 1;
            if (Double.isFinite(value) && (value != 0 || isPlainZero)) {
                return value;
            }
            try {
                return DecimalText.parse(parser.getText());
            } catch (IllegalArgumentException outOfRange) {
                throw malformedField(String.valueOf(outOfRange.getMessage()));
            }
        }

        private MalformedDocument malformed(String reason) {
            return new MalformedDocument(row, "", reason);
        }

        private MalformedDocument malformedField(String reason) {
            return JsonErrors.ofField(row, name, reason);
        }

        /** Frees the parser's buffers; the stream stays open. */
        @Override
        public void close() {
            try {
                parser.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
