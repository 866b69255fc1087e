package derrick.migrations.revision;

/** Which way a database goes through the revisions. */
public enum Direction {
    /** To later revisions, by their V scripts. */
    UP,
    /** Back to earlier ones, by the U scripts of those left. */
    DOWN;

    /** Whether a script of this name leads this way. */
    public boolean isOf(String file) {
        return file.startsWith(this == UP ? "V" : "U");
    }
}
