package derrick.migrations.backup;

/**
 * A file inside a backup.
 *
 * @param entry its name there
 * @param sha256 of its content, in hexadecimal digits
 */
record SavedFile(String entry, String sha256) {}
