package derrick.migrations.diff;

import derrick.migrations.revision.Script;

/** The two files of a new revision. */
public record RevisionFiles(Script upgrade, Script downgrade) {
    /** What people call the revision: {@code 003_add_status}. */
    public String name() {
        return upgrade.file().replaceFirst("^V(\\d+)__(.*)\\.sql$", "$1_$2");
    }

    /** Its number as it is written. */
    public String id() {
        return name().replaceFirst("_.*", "");
    }
}
