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
import derrick.domain.rig.RigId;
import derrick.domain.sensor.exchange.GapCounter;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.NullMarkers;
import derrick.domain.sensor.exchange.SensorRecordBuilder;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Walks through JSON from object to object, and knows in which row it is when something is wrong. */
final class JsonDocument implements AutoCloseable {
    /** The limits are far above what a record needs; they keep hostile text from being gathered up in memory. */
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

    private static final long BETWEEN_ROWS = 0;

    private final JsonParser parser;
    private final Optional<RigId> rig;
    private final NullMarkers nulls;
    private final GapCounter gaps;
    private long row = BETWEEN_ROWS;

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

    /** What is wrong from here on is wrong in this row. */
    void enterRow(long number) {
        row = number;
    }

    /** What is wrong from here on is wrong in the row of the line where it stands. */
    void leaveRow() {
        row = BETWEEN_ROWS;
    }

    /** The next token, or nothing at the end. */
    Optional<JsonToken> next() {
        try {
            return Optional.ofNullable(parser.nextToken());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The line in which the last token stands, the first is 1. */
    long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Reads on to the end of the object that the last token began. */
    SensorRecordBuilder readObject() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("must be an object");
        }
        SensorRecordBuilder draft = new SensorRecordBuilder(row, rig);
        try {
            new JsonFields(parser, row, nulls, gaps).readInto(draft);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        return draft;
    }

    MalformedDocument malformed(String reason) {
        return new MalformedDocument(row, "", reason);
    }

    /** Lets go of the parser's buffers; the stream stays open. */
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
        JsonLocation place = parser.currentLocation();
        String name =
                Optional.ofNullable(parser.getParsingContext().getCurrentName()).orElse("");
        return new MalformedDocument(
                row == BETWEEN_ROWS ? place.getLineNr() : row,
                JsonFields.shown(name),
                "%s at line %d, column %d%s"
                        .formatted(
                                complaint(failure),
                                place.getLineNr(),
                                place.getColumnNr(),
                                JsonFields.expectation(name)));
    }

    private static String complaint(IOException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "a name, text or number is far too long";
        }
        return failure instanceof JsonEOFException ? "the document breaks off" : "this is not valid JSON";
    }

    private MalformedDocument notText() {
        return new MalformedDocument(Math.max(row, 1), "", "must be UTF-8 text");
    }
}
