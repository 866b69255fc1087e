package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import derrick.domain.quantity.DecimalText;
import derrick.domain.rig.RigId;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sensor records from JSON, one object after the other. An object with an unknown field, a field twice, or a
 * value of the wrong type makes the whole document malformed.
 */
final class JsonDocument implements AutoCloseable {
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

    /** The index of each field's bit in {@link #seen}. */
    private static final Map<String, Integer> FIELD_INDEXES = fieldIndexes();

    private static final int SHOWN_CHARACTERS = 40;
    private static final long BETWEEN_ROWS = 0;

    private final JsonParser parser;
    private final Optional<RigId> rig;
    private final NullMarkers nulls;
    private final GapCounter gaps;
    private long row = BETWEEN_ROWS;

    /** The name of the current field. */
    private String name = "";

    /** The fields of the current object so far, one bit each. */
    private int seen;

    JsonDocument(InputStream document, Optional<RigId> rig, NullMarkers nulls, GapCounter gaps) {
        try {
            this.parser = JSON.createParser(document);
        } catch (IOException failure) {
            throw failure instanceof CharConversionException ? notText() : new UncheckedIOException(failure);
        }
        this.rig = rig;
        this.nulls = nulls;
        this.gaps = gaps;
    }

    /** Sets the row that errors are reported for. */
    void enterRow(long number) {
        row = number;
    }

    /** Reports errors for the line in which they are, until the next row is entered. */
    void leaveRow() {
        row = BETWEEN_ROWS;
    }

    /** Returns the next token, or nothing at the end. */
    Optional<JsonToken> next() {
        try {
            return Optional.ofNullable(parser.nextToken());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Returns the line of the last token; the first line is 1. */
    long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Reads the object that the last token began, to its end. */
    SensorRecordBuilder readObject() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("must be an object");
        }
        SensorRecordBuilder builder = new SensorRecordBuilder(row, rig);
        name = "";
        seen = 0;
        try {
            readFields(builder);
        } catch (IOException failure) {
            throw unreadable(failure);
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
     * Returns the current number. A zero that is written in more than one character is parsed again: it may be a number
     * too small for a double, or the integer -0, whose sign Jackson drops.
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

    MalformedDocument malformed(String reason) {
        return new MalformedDocument(row, "", reason);
    }

    private MalformedDocument malformedField(String reason) {
        return new MalformedDocument(row, printable(name), reason);
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

    private RuntimeException unreadable(IOException failure) {
        if (failure instanceof CharConversionException) {
            return notText();
        }
        if (!(failure instanceof JsonProcessingException)) {
            return new UncheckedIOException(failure);
        }
        JsonLocation location = parser.currentLocation();
        String field =
                Optional.ofNullable(parser.getParsingContext().getCurrentName()).orElse("");
        return new MalformedDocument(
                row == BETWEEN_ROWS ? location.getLineNr() : row,
                printable(field),
                "%s at line %d, column %d%s"
                        .formatted(
                                description(failure),
                                location.getLineNr(),
                                location.getColumnNr(),
                                expectation(field)));
    }

    private static String description(IOException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "a name, text or number is far too long";
        }
        return failure instanceof JsonEOFException ? "the document is incomplete" : "this is not valid JSON";
    }

    /** Returns what a field may hold, as the end of a sentence; empty for an unknown field. */
    private static String expectation(String field) {
        if (Channel.named(field).isPresent()) {
            return "; must be a number, or null for a gap";
        }
        return FIELD_INDEXES.containsKey(field) ? "; must be a text in double quotes" : "";
    }

    /** Returns a name without control characters and cut to a length that can be printed. */
    private static String printable(String name) {
        String printable = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private MalformedDocument notText() {
        return new MalformedDocument(Math.max(row, 1), "", "must be UTF-8 text");
    }

    private static Map<String, Integer> fieldIndexes() {
        Map<String, Integer> indexes = new HashMap<>();
        FieldName.ALL.forEach(field -> indexes.put(field, indexes.size()));
        return Map.copyOf(indexes);
    }
}
