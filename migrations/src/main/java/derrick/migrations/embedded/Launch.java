package derrick.migrations.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to run the server's programs that was tried and works: which programs, as whom, and their major version. */
record Launch(ServerFolder folder, Programs programs, ServerAccount account, int majorVersion) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** All ways that work here, best first; there is at least one. */
    static List<Launch> ways(ServerFolder folder) {
        List<Launch> ways = new ArrayList<>();
        Set<String> failures = new LinkedHashSet<>();
        for (ServerAccount account : ServerAccount.candidates(folder)) {
            for (Path place : Programs.places(folder)) {
                try {
                    ways.add(probe(folder, Programs.in(place), account));
                    break;
                } catch (IOException failure) {
                    failures.add(account.name() + ": " + FileFailure.reason(failure));
                }
            }
        }
        if (ways.isEmpty()) {
            throw new EmbeddedUnavailable("the embedded PostgreSQL cannot be run in " + folder.path() + ". Tried: "
                    + String.join("; ", failures) + ". Run derrick as an ordinary user, or set DATABASE_URL");
        }
        return ways;
    }

    private static Launch probe(ServerFolder folder, Programs programs, ServerAccount account) throws IOException {
        Path dataFolder = folder.path().resolveSibling(".").normalize();
        Command.Finished reached = Command.of(
                        dataFolder, account.prefix(), List.of("test", "-x", dataFolder.toString()))
                .run();
        if (!reached.ok()) {
            throw new IOException(reached.output().isBlank() ? dataFolder + " is closed to it" : said(reached));
        }
        account.takeOver(folder);
        Command.Finished version = Command.of(
                        dataFolder,
                        account.prefix(),
                        List.of(programs.program("postgres").toString(), "--version"))
                .run();
        Matcher matcher = VERSION.matcher(version.output());
        if (!version.ok() || !matcher.find()) {
            throw new IOException(said(version));
        }
        return new Launch(folder, programs, account, Integer.parseInt(matcher.group(1)));
    }

    private static String said(Command.Finished finished) {
        return finished.output().strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Runs one of the programs in the server's folder, where the paths of its arguments start. */
    Command.Finished run(String program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(programs.program(program).toString());
        words.addAll(arguments);
        return Command.of(folder.path(), account.prefix(), words).run();
    }
}
