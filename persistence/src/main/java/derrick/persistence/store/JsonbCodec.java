package derrick.persistence.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import derrick.domain.document.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes and parses the text of jsonb columns. */
final class JsonbCodec {
    /** Without limits on length, since stored documents were checked before. Nesting keeps Jackson's limit. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonbCodec() {}

    static String of(JsonValue document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator writer = JSON.createGenerator(text)) {
            write(document, writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    static JsonValue parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(JsonValue document, JsonGenerator writer) throws IOException {
        if (document instanceof JsonValue.JsonString text) {
            writer.writeString(text.value());
        } else if (document instanceof JsonValue.JsonNumber number) {
            writer.writeNumber(number.value());
        } else if (document instanceof JsonValue.JsonBoolean bool) {
            writer.writeBoolean(bool.value());
        } else if (document instanceof JsonValue.JsonNull) {
            writer.writeNull();
        } else if (document instanceof JsonValue.JsonArray array) {
            writer.writeStartArray();
            for (JsonValue item : array.items()) {
                write(item, writer);
            }
            writer.writeEndArray();
        } else if (document instanceof JsonValue.JsonObject object) {
            writer.writeStartObject();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                writer.writeFieldName(member.getKey());
                write(member.getValue(), writer);
            }
            writer.writeEndObject();
        }
    }

    /** The value that the current token begins; the parser stands on its last token then. */
    private static JsonValue read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> JsonValue.NULL;
            case VALUE_TRUE -> JsonValue.of(true);
            case VALUE_FALSE -> JsonValue.of(false);
            case VALUE_STRING -> JsonValue.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.JsonNumber(parser.getDecimalValue());
            case START_ARRAY -> items(parser);
            case START_OBJECT -> members(parser);
            default -> throw new IllegalStateException("no value begins here");
        };
    }

    private static JsonValue items(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return JsonValue.array(items);
    }

    private static JsonValue members(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return JsonValue.object(members);
    }
}
