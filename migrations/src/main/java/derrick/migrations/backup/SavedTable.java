package derrick.migrations.backup;

import java.util.Optional;

/**
 * What a backup has of a table.
 *
 * @param rows how many
 * @param file where its rows are; empty if they are in the dump
 */
record SavedTable(TableShape shape, long rows, Optional<SavedFile> file) {}
