package derrick.ops;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code derrick version}. */
@Command(name = "version", header = "Show the version.")
final class VersionCommand implements Runnable {
    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String version = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
        String java = Runtime.version().toString();
        if (options.json()) {
            terminal.json(json -> {
                json.writeStartObject();
                json.writeStringField("version", version);
                json.writeStringField("java", java);
                json.writeEndObject();
            });
        } else {
            terminal.out().printf("derrick %s (Java %s)%n", version, java);
        }
    }
}
