package derrick.ops;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Runs through what commands do, without a database, so that the launcher can have the JVM keep the classes this loads.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false, false);
        DerrickCli.run(terminal, "help");
        DerrickCli.run(terminal, "help", "version");
        DerrickCli.run(terminal, "version", "--json");
    }
}
