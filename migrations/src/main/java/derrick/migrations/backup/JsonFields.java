package derrick.migrations.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a JSON document. Whoever asks for a field that is not there, or is of another kind, is told. */
record JsonFields(Map<String, Object> values) {
    /** Reads a document that is an object. */
    static JsonFields read(InputStream document) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(document)) {
            json.nextToken();
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedManifest("its manifest is no JSON object");
            }
            return new JsonFields(object(json));
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            value(json).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /** The value that begins here; empty for null. */
    private static Optional<Object> value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> Optional.of(new JsonFields(object(json)));
            case START_ARRAY -> Optional.of(objects(json));
            case VALUE_NUMBER_INT -> Optional.of(json.getLongValue());
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(json.getBooleanValue());
            case VALUE_NULL -> Optional.empty();
            default -> Optional.of(json.getText());
        };
    }

    private static List<Object> objects(JsonParser json) throws IOException {
        List<Object> objects = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            value(json).ifPresent(objects::add);
        }
        return objects;
    }

    Optional<String> find(String name) {
        return get(name, String.class);
    }

    String text(String name) {
        return require(name, String.class);
    }

    long number(String name) {
        return require(name, Long.class);
    }

    boolean flag(String name) {
        return require(name, Boolean.class);
    }

    Optional<JsonFields> object(String name) {
        return get(name, JsonFields.class);
    }

    List<JsonFields> list(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : require(name, List.class)) {
            objects.add(JsonFields.class.cast(element));
        }
        return objects;
    }

    private <T> T require(String name, Class<T> kind) {
        return get(name, kind).orElseThrow(() -> new MalformedManifest("its manifest lacks " + name));
    }

    private <T> Optional<T> get(String name, Class<T> kind) {
        return Optional.ofNullable(values.get(name)).map(kind::cast);
    }
}
