package derrick.migrations.flyway;

import derrick.migrations.revision.Script;
import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script as Flyway wants to see it. */
final class ScriptResource extends LoadableResource {
    private final Script script;

    ScriptResource(Script script) {
        this.script = script;
    }

    Script script() {
        return script;
    }

    @Override
    public Reader read() {
        return new StringReader(script.text());
    }

    @Override
    public String getAbsolutePath() {
        return script.path();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return script.path();
    }

    @Override
    public String getFilename() {
        return script.file();
    }

    @Override
    public String getRelativePath() {
        return script.file();
    }
}
