package derrick.migrations.backup;

import java.util.Optional;

/**
 * What somebody may do who does not own the thing.
 *
 * @param object the thing, as GRANT names it; {@code DATABASE} alone is the database itself
 * @param privilege such as {@code SELECT}; empty if nobody else may do anything
 * @param role who; empty for everybody
 */
record SavedRight(String object, Optional<String> privilege, Optional<String> role, boolean grantable) {}
