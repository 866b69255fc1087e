package derrick.domain.well;

import derrick.domain.failure.AlreadyExists;
import derrick.domain.page.Page;
import derrick.domain.page.PageCursor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles of wells in memory, for tests. Thread-safe. */
public final class InMemoryWellProfiles implements WellProfiles {
    private final Map<WellId, WellProfile> stored = new HashMap<>();
    private long lastId;

    @Override
    public synchronized WellProfileId nextId() {
        return new WellProfileId(++lastId);
    }

    @Override
    public synchronized void add(WellProfile profile) {
        if (stored.putIfAbsent(profile.well(), profile) != null) {
            throw new AlreadyExists("profile of well " + profile.well());
        }
    }

    @Override
    public synchronized Optional<WellProfile> find(WellId well) {
        return Optional.ofNullable(stored.get(well));
    }

    @Override
    public synchronized List<WellProfile> list(Page page) {
        PageCursor after = page.after().orElse(PageCursor.NEWEST);
        return stored.values().stream()
                .filter(profile -> profile.cursor().compareTo(after) < 0)
                .sorted(Comparator.comparing(WellProfile::cursor).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized boolean replace(WellProfile before, WellProfile after) {
        return find(before.well())
                .filter(current -> current.updatedAt().equals(before.updatedAt()))
                .map(current -> stored.put(current.well(), after))
                .isPresent();
    }
}
