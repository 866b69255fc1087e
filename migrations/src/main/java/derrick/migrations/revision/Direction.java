package derrick.migrations.revision;

/** The direction of a migration. */
public enum Direction {
    /** An upgrade, which runs V scripts. */
    UP,
    /** A downgrade, which runs U scripts. */
    DOWN;

    /** True if a file of this name is a script of this direction. */
    public boolean isOf(String file) {
        return file.startsWith(this == UP ? "V" : "U");
    }
}
