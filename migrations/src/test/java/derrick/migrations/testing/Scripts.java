package derrick.migrations.testing;

import derrick.migrations.revision.Revisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of scripts in the making. */
public record Scripts(Path folder) {
    /** Writes a script, or writes it anew. */
    public Scripts write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Writes a revision that makes a table, and its way back. */
    public Scripts table(String id, String table) {
        return write("V" + id + "__make_" + table + ".sql", "CREATE TABLE " + table + " (id integer);\n")
                .write("U" + id + "__make_" + table + ".sql", "DROP TABLE " + table + ";\n");
    }

    /** Deletes a script. */
    public Scripts delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** What is in the folder now. */
    public Revisions revisions() {
        return Revisions.in(folder);
    }
}
