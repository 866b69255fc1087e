package derrick.migrations.revision;

import java.util.List;

/** Scripts that lead back are missing. The message names each; nothing was run. */
public final class MissingDowngradeScript extends RuntimeException {
    /** @param paths where the scripts would be */
    public MissingDowngradeScript(List<String> paths) {
        super("there is no %s; nothing was run".formatted(String.join(" and no ", paths)));
    }
}
