package derrick.migrations.embedded;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A server for data that are thrown away: it waits for no disk. */
public final class ThrowawayPostgres {
    private ThrowawayPostgres() {}

    public static EmbeddedPostgres open(Path dataFolder, Consumer<String> say) {
        return EmbeddedPostgres.open(dataFolder, new ServerSettings(false, ServerSettings::anyFreePort), say);
    }
}
