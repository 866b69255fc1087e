package derrick.persistence.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import derrick.domain.document.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents as text: what goes into a jsonb column, and what comes out of one. */
final class JsonText {
    /** What the database holds was let in once and comes out again; only nesting is limited, by the stack. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    static String of(Json document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator writer = JSON.createGenerator(text)) {
            write(document, writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    static Json parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Json document, JsonGenerator writer) throws IOException {
        if (document instanceof Json.Text text) {
            writer.writeString(text.value());
        } else if (document instanceof Json.Decimal number) {
            writer.writeNumber(number.value());
        } else if (document instanceof Json.Truth truth) {
            writer.writeBoolean(truth.value());
        } else if (document instanceof Json.Nothing) {
            writer.writeNull();
        } else if (document instanceof Json.Array array) {
            writer.writeStartArray();
            for (Json item : array.items()) {
                write(item, writer);
            }
            writer.writeEndArray();
        } else if (document instanceof Json.Members members) {
            writer.writeStartObject();
            for (Map.Entry<String, Json> member : members.values().entrySet()) {
                writer.writeFieldName(member.getKey());
                write(member.getValue(), writer);
            }
            writer.writeEndObject();
        }
    }

    /** The value that the current token begins; the parser stands on its last token then. */
    private static Json read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Json.NOTHING;
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_STRING -> Json.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Decimal(parser.getDecimalValue());
            case START_ARRAY -> items(parser);
            case START_OBJECT -> members(parser);
            default -> throw new IllegalStateException("no value begins here");
        };
    }

    private static Json items(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return Json.array(items);
    }

    private static Json members(JsonParser parser) throws IOException {
        Map<String, Json> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return Json.members(members);
    }
}
