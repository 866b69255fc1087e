package derrick.migrations.catalog;

import derrick.migrations.revision.Script;
import derrick.migrations.revision.ScriptFolder;
import java.nio.file.Path;
import java.util.List;

/** The declared schema: a folder with one SQL file for each table. */
public record DeclaredSchema(List<Script> scripts) {
    public DeclaredSchema {
        scripts = List.copyOf(scripts);
    }

    /** Returns the declared schema in the jar. */
    public static DeclaredSchema packaged() {
        return in(ScriptFolder.packaged(DeclaredSchema.class, "schema"));
    }

    /** Returns the schema that the files {@code *.sql} of a folder declare. */
    public static DeclaredSchema in(Path folder) {
        return in(new ScriptFolder.OnDisk(folder));
    }

    private static DeclaredSchema in(ScriptFolder folder) {
        return new DeclaredSchema(folder.names().stream()
                .filter(name -> name.endsWith(".sql"))
                .sorted()
                .map(folder::script)
                .toList());
    }
}
