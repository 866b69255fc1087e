package derrick.persistence.prediction;

import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.prediction.ModelActivation;
import derrick.domain.prediction.ModelActivationId;
import derrick.domain.prediction.ModelName;
import derrick.domain.prediction.ModelVersion;
import derrick.domain.prediction.ModelVersionId;
import derrick.domain.prediction.ModelVersions;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores model versions in {@code model_versions} and their activations in {@code model_activations}. */
public final class JdbiModelVersions implements ModelVersions {
    private static final String ONE_ACTIVE_INDEX = "model_versions_one_active_per_name";

    private final Store store;

    @Inject
    public JdbiModelVersions(Store store) {
        this.store = store;
    }

    @Override
    public ModelVersionId nextId() {
        return new ModelVersionId(store.nextId("model_versions"));
    }

    @Override
    public ModelActivationId nextActivationId() {
        return new ModelActivationId(store.nextId("model_activations"));
    }

    @Override
    public boolean add(ModelVersion version) {
        return store.query(handle -> handle.createUpdate("""
                                INSERT INTO model_versions (id, model_name, version, model_type, file_path,
                                    artifact_sha256, metrics, training_date, is_active, description, created_by)
                                VALUES (:id, :modelName, :version, :modelType, :filePath,
                                    :artifactSha256, :metrics, :trainingDate, :isActive, :description, :createdBy)
                                ON CONFLICT (model_name, version) DO NOTHING
                                """)
                        .bindMethods(ModelVersionRow.of(version))
                        .execute()
                == 1);
    }

    @Override
    public Optional<ModelVersion> find(ModelVersionId id) {
        return store.query(handle -> handle.createQuery("SELECT * FROM model_versions WHERE id = :id")
                .bind("id", id.value())
                .map(ConstructorMapper.of(ModelVersionRow.class))
                .map(ModelVersionRow::modelVersion)
                .findOne());
    }

    @Override
    public Optional<ModelVersion> findActive(ModelName model) {
        return store.query(
                handle -> handle.createQuery("SELECT * FROM model_versions WHERE model_name = :model AND is_active")
                        .bind("model", model.value())
                        .map(ConstructorMapper.of(ModelVersionRow.class))
                        .map(ModelVersionRow::modelVersion)
                        .findOne());
    }

    @Override
    public List<ModelVersion> list(ModelName model, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM model_versions
                        WHERE model_name = :model
                            AND (coalesce(training_date, :untrained), id) < (:after.time, :after.id)
                        ORDER BY training_date DESC NULLS LAST, id DESC
                        LIMIT :limit
                        """)
                .bind("model", model.value())
                .bind("untrained", PageCursor.OLDEST.time())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(ModelVersionRow.class))
                .map(ModelVersionRow::modelVersion)
                .list());
    }

    @Override
    public List<ModelVersion> listActive(int limit) {
        return store.query(handle -> handle.createQuery("""
                        SELECT * FROM model_versions WHERE is_active ORDER BY model_name COLLATE "C" LIMIT :limit
                        """)
                .bind("limit", limit)
                .map(ConstructorMapper.of(ModelVersionRow.class))
                .map(ModelVersionRow::modelVersion)
                .list());
    }

    /**
     * Deactivates the version before, activates the next and records the activation in one statement. It counts the
     * deactivated rows before it activates one, so two versions are never active together. If none was active before,
     * the unique index admits one of several concurrent callers.
     */
    @Override
    public boolean activate(ModelActivation activation, Optional<ModelVersionId> from) {
        return store.tryUpdate(
                        ONE_ACTIVE_INDEX,
                        handle -> handle.createUpdate("""
                        WITH next AS (
                            SELECT id FROM model_versions
                            WHERE id = :modelVersionId AND model_name = :modelName AND NOT is_active
                        ), deactivated AS (
                            UPDATE model_versions SET is_active = false
                            WHERE id = :from AND model_name = :modelName AND is_active AND EXISTS (SELECT FROM next)
                            RETURNING id
                        ), activated AS (
                            UPDATE model_versions SET is_active = true
                            WHERE id = (SELECT id FROM next) AND NOT is_active
                                AND (SELECT count(*) FROM deactivated) = :deactivated
                            RETURNING id
                        )
                        INSERT INTO model_activations (id, model_name, model_version_id, activated_at, activated_by)
                        SELECT :id, :modelName, id, :activatedAt, :activatedBy FROM activated
                        """)
                                .bindMethods(ModelActivationRow.of(activation))
                                .bind("from", from.map(ModelVersionId::value))
                                .bind("deactivated", from.isPresent() ? 1 : 0)
                                .execute())
                .filter(written -> written == 1)
                .isPresent();
    }

    @Override
    public List<ModelActivation> listActivations(ModelName model, Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM model_activations
                        WHERE model_name = :model AND (activated_at, id) < (:after.time, :after.id)
                        ORDER BY activated_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bind("model", model.value())
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(ModelActivationRow.class))
                .map(ModelActivationRow::activation)
                .list());
    }
}
