package derrick.domain.prediction;

import derrick.domain.document.JsonValue;
import derrick.domain.field.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * The description of a version of a model, which never changes.
 *
 * @param version the name of the version, such as {@code 2.1.0}
 * @param type the type of model, such as {@code lstm}
 * @param filePath the path of its file
 * @param digest the hash of the file; versions from before hashes were stored have none
 * @param metrics the metrics of the training
 * @param createdBy the person who trained it
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
