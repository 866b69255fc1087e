package derrick.persistence.sensor.exchange;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import derrick.domain.sensor.Channel;
import derrick.domain.sensor.exchange.FieldName;
import derrick.domain.sensor.exchange.MalformedDocument;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Describes why a JSON document cannot be read. */
final class JsonErrors {
    private static final int SHOWN_CHARACTERS = 40;

    private JsonErrors() {}

    /** Returns the exception for a wrong field. */
    static MalformedDocument ofField(long row, String field, String reason) {
        return new MalformedDocument(row, printable(field), reason);
    }

    /** Returns the exception for bytes that are no text. */
    static MalformedDocument notText(long row) {
        return new MalformedDocument(Math.max(row, 1), "", "must be UTF-8 text");
    }

    /**
     * Returns the exception for a failure of the parser.
     *
     * @param row the row that is being read; 0 between rows
     */
    static RuntimeException of(IOException failure, long row, JsonParser parser) {
        if (failure instanceof CharConversionException) {
            return notText(row);
        }
        if (!(failure instanceof JsonProcessingException)) {
            return new UncheckedIOException(failure);
        }
        JsonLocation location = parser.currentLocation();
        String field =
                Optional.ofNullable(parser.getParsingContext().getCurrentName()).orElse("");
        return ofField(
                row == 0 ? location.getLineNr() : row,
                field,
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
        return FieldName.ALL.contains(field) ? "; must be a text in double quotes" : "";
    }

    /** Returns a name without control characters and cut to a length that can be printed. */
    private static String printable(String name) {
        String printable = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
