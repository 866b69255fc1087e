package derrick.migrations.adopt;

import derrick.migrations.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * The result of an adoption.
 *
 * @param now true if this run adopted the database, false if it had been adopted before
 * @param revision the revision the database is at
 * @param timeZone the zone of the times that are stored without one, if it is recorded
 * @param kept tables that no revision makes; they stay as they are
 * @param withoutZone tables with rows whose times have no zone; the next upgrade converts them
 */
public record AdoptionResult(
        boolean now, Revision revision, Optional<String> timeZone, List<String> kept, List<String> withoutZone) {
    public AdoptionResult {
        kept = List.copyOf(kept);
        withoutZone = List.copyOf(withoutZone);
    }

    /** True if the next upgrade needs the time zone to be named first. */
    public boolean needsTimeZone() {
        return timeZone.isEmpty() && !withoutZone.isEmpty();
    }
}
