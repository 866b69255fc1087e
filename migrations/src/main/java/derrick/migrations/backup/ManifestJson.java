package derrick.migrations.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * The JSON document of a manifest.
 *
 * @param format the version of the document; another one is not read
 */
record ManifestJson(String product, int format, Manifest backup) {
    private static final String PRODUCT = "derrick";
    private static final int FORMAT = 3;

    /** All properties are written, and each must be there when they are read. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static byte[] write(Manifest manifest) throws IOException {
        return JSON.writeValueAsBytes(new ManifestJson(PRODUCT, FORMAT, manifest));
    }

    /**
     * Reads a manifest.
     *
     * @throws BackupUnreadable if it is not one of this format; the message is a clause without the file's name
     */
    static Manifest read(byte[] document) throws IOException {
        try {
            JsonNode json = JSON.readTree(document);
            if (!json.path("product").asText().equals(PRODUCT)) {
                throw new BackupUnreadable("was not made by derrick");
            }
            int format = json.path("format").asInt();
            if (format != FORMAT) {
                throw new BackupUnreadable(
                        "was made by %s version of derrick (backup format %d, not %d); restore it with that version"
                                .formatted(format < FORMAT ? "an earlier" : "a later", format, FORMAT));
            }
            return JSON.treeToValue(json, ManifestJson.class).backup();
        } catch (JsonProcessingException malformed) {
            throw new BackupUnreadable("is not a backup: its manifest cannot be read", malformed);
        }
    }
}
