package derrick.domain.prediction;

import derrick.domain.document.JsonSamples;
import derrick.domain.document.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Versions of models for tests. */
public final class ModelVersionSamples {
    /** The time of the first event. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicInteger MODELS = new AtomicInteger();
    private static final Optional<ArtefactDigest> DIGEST =
            Optional.of(new ArtefactDigest("0123456789abcdef".repeat(4)));

    private ModelVersionSamples() {}

    /** Returns an unused name of a model; names are returned in ascending order. */
    public static ModelName freshModel() {
        return new ModelName("model-%06d".formatted(MODELS.incrementAndGet()));
    }

    /** Returns the metadata of a version that was trained at noon. */
    public static ModelMetadata metadata(ModelName model, String version) {
        return metadata(model, version, Optional.of(NOON));
    }

    /** Returns the metadata of a version with a time of training, or without one. */
    public static ModelMetadata metadata(ModelName model, String version, Optional<Instant> trainedAt) {
        return new ModelMetadata(
                model,
                version,
                "lstm",
                "models/rul-%s.onnx".formatted(version),
                DIGEST,
                Optional.of(JsonValue.object(Map.of("rmse", JsonValue.of(22.7), "coverage", JsonValue.of(0.8)))),
                trainedAt,
                Optional.of("trained on four wells"),
                Optional.of("kim"));
    }

    /**
     * Returns inactive versions with and without the optional values, with the longest texts and every kind of metrics.
     */
    public static List<ModelVersion> everyKind(Supplier<ModelVersionId> ids, ModelName model) {
        List<ModelVersion> kinds = new ArrayList<>();
        kinds.add(new ModelVersion(ids.get(), metadata(model, "1"), false));
        kinds.add(new ModelVersion(ids.get(), bare(model), false));
        kinds.add(new ModelVersion(ids.get(), longest(model), false));
        for (JsonValue metrics : JsonSamples.everyKind()) {
            kinds.add(new ModelVersion(
                    ids.get(),
                    new ModelMetadata(
                            model,
                            "metrics " + kinds.size(),
                            "lstm",
                            "f",
                            DIGEST,
                            Optional.of(metrics),
                            Optional.of(NOON.plus(1, ChronoUnit.MICROS)),
                            Optional.of(""),
                            Optional.of("")),
                    false));
        }
        return kinds;
    }

    private static ModelMetadata bare(ModelName model) {
        return new ModelMetadata(
                model,
                "bare",
                "t",
                "f",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ModelMetadata longest(ModelName model) {
        return new ModelMetadata(
                model,
                "𝄞".repeat(50),
                "é".repeat(50),
                "𝄞".repeat(255),
                DIGEST,
                Optional.empty(),
                Optional.of(Instant.parse("2026-03-29T00:59:59.999999Z")),
                Optional.of("\"'\\ \n".repeat(1000)),
                Optional.of("𝄞".repeat(100)));
    }
}
