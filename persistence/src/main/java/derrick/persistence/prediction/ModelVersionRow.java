package derrick.persistence.prediction;

import derrick.domain.document.JsonValue;
import derrick.domain.prediction.ArtefactDigest;
import derrick.domain.prediction.ModelMetadata;
import derrick.domain.prediction.ModelName;
import derrick.domain.prediction.ModelVersion;
import derrick.domain.prediction.ModelVersionId;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code model_versions}. */
public record ModelVersionRow(
        long id,
        String modelName,
        String version,
        String modelType,
        String filePath,
        Optional<String> artifactSha256,
        Optional<JsonValue> metrics,
        Optional<Instant> trainingDate,
        boolean isActive,
        Optional<String> description,
        Optional<String> createdBy) {

    static ModelVersionRow of(ModelVersion version) {
        ModelMetadata metadata = version.metadata();
        return new ModelVersionRow(
                version.id().value(),
                metadata.model().value(),
                metadata.version(),
                metadata.type(),
                metadata.filePath(),
                metadata.digest().map(ArtefactDigest::sha256),
                metadata.metrics(),
                metadata.trainedAt(),
                version.active(),
                metadata.description(),
                metadata.createdBy());
    }

    ModelVersion modelVersion() {
        ModelMetadata metadata = new ModelMetadata(
                new ModelName(modelName),
                version,
                modelType,
                filePath,
                artifactSha256.map(ArtefactDigest::new),
                metrics,
                trainingDate,
                description,
                createdBy);
        return new ModelVersion(new ModelVersionId(id), metadata, isActive);
    }
}
