package derrick.domain.prediction;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be known of a model's version, and never changes.
 *
 * @param version what this version is called, such as {@code 2.1.0}
 * @param type what kind of model it is, such as {@code lstm}
 * @param filePath where its file lies
 * @param digest of that file; versions of the time before digests were stored have none
 * @param metrics how well it did in its training
 * @param createdBy who trained it
 */
public record ModelMetadata(
        ModelName model,
        String version,
        String type,
        String filePath,
        Optional<ArtefactDigest> digest,
        Optional<JsonValue> metrics,
        Optional<Instant> trainedAt,
        Optional<String> description,
        Optional<String> createdBy) {
    private static final int MAX_NAME_LENGTH = 50;
    private static final int MAX_PATH_LENGTH = 255;
    private static final int MAX_PERSON_LENGTH = 100;

    /** @throws derrick.domain.field.InvalidField if a text is empty or too long, or a time finer than a microsecond */
    public ModelMetadata {
        Require.text("version", version, MAX_NAME_LENGTH);
        Require.text("model_type", type, MAX_NAME_LENGTH);
        Require.text("file_path", filePath, MAX_PATH_LENGTH);
        trainedAt.ifPresent(time -> Require.time("training_date", time));
        description.ifPresent(text -> Require.textOrEmpty("description", text, Require.MAX_TEXT_LENGTH));
        createdBy.ifPresent(person -> Require.textOrEmpty("created_by", person, MAX_PERSON_LENGTH));
    }
}
