package derrick.migrations.backup;

import java.util.Optional;

/**
 * A setting that sessions in the database begin with.
 *
 * @param role whose sessions; empty for all
 */
record SavedSetting(Optional<String> role, String name, String value) {
    boolean isOfSameName(SavedSetting other) {
        return role.equals(other.role) && name.equals(other.name);
    }
}
