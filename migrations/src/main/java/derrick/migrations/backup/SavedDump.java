package derrick.migrations.backup;

/**
 * What pg_dump wrote.
 *
 * @param version of the program, such as 15.18
 */
record SavedDump(String version, SavedFile file) {
    int majorVersion() {
        return ClientProgram.major(version);
    }
}
