package derrick.persistence.well;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import derrick.domain.well.WellId;
import derrick.domain.well.WellProfile;
import derrick.domain.well.WellProfileId;
import derrick.domain.well.WellProfiles;
import derrick.persistence.store.Store;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Stores well profiles in the table {@code well_profiles}. */
public final class JdbiWellProfiles implements WellProfiles {
    private final Store store;

    @Inject
    public JdbiWellProfiles(Store store) {
        this.store = store;
    }

    @Override
    public WellProfileId nextId() {
        return new WellProfileId(store.nextId("well_profiles"));
    }

    @Override
    public void add(WellProfile profile) {
        Optional<Integer> added = store.tryUpdate(
                "well_profiles_well_id_key",
                handle -> handle.createUpdate("""
                        INSERT INTO well_profiles (id, well_id, rig_id,
                            total_depth, kick_off_point, build_rate, max_inclination,
                            target_zone_start, target_zone_end, geological_data, created_at, updated_at)
                        VALUES (:id, :wellId, :rigId,
                            :totalDepth, :kickOffPoint, :buildRate, :maxInclination,
                            :targetZoneStart, :targetZoneEnd, :geologicalData, :createdAt, :updatedAt)
                        """)
                        .bindMethods(WellProfileRow.of(profile))
                        .execute());
        if (added.isEmpty()) {
            throw new AlreadyExists("profile of well " + profile.well());
        }
    }

    @Override
    public Optional<WellProfile> find(WellId well) {
        return store.query(handle -> handle.createQuery("SELECT * FROM well_profiles WHERE well_id = :well")
                .bind("well", well.value())
                .map(ConstructorMapper.of(WellProfileRow.class))
                .map(WellProfileRow::profile)
                .findOne());
    }

    @Override
    public List<WellProfile> list(Page page) {
        return store.query(handle -> handle.createQuery("""
                        SELECT *
                        FROM well_profiles
                        WHERE (created_at, id) < (:after.time, :after.id)
                        ORDER BY created_at DESC, id DESC
                        LIMIT :limit
                        """)
                .bindMethods("after", page.after().orElse(PageCursor.NEWEST))
                .bind("limit", page.limit())
                .map(ConstructorMapper.of(WellProfileRow.class))
                .map(WellProfileRow::profile)
                .list());
    }

    /** Compares and updates in one statement, so one of several concurrent callers succeeds. */
    @Override
    public boolean replace(WellProfile before, WellProfile after) {
        return store.query(handle -> handle.createUpdate("""
                        UPDATE well_profiles
                        SET rig_id = :rigId, total_depth = :totalDepth, kick_off_point = :kickOffPoint,
                            build_rate = :buildRate, max_inclination = :maxInclination,
                            target_zone_start = :targetZoneStart, target_zone_end = :targetZoneEnd,
                            geological_data = :geologicalData, updated_at = :updatedAt
                        WHERE well_id = :wellId AND updated_at = :before.updatedAt
                        """)
                        .bindMethods(WellProfileRow.of(after))
                        .bindMethods("before", WellProfileRow.of(before))
                        .execute()
                == 1);
    }
}
