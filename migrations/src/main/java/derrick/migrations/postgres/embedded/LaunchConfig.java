package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to run the server's programs that was tried and works: which programs, as whom, and their major version. */
record LaunchConfig(ServerFolder folder, PostgresBinaries programs, ServerAccount account, int majorVersion) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /**
     * Tries whether the account can run the programs and reach the folder; if so, the folder is the account's.
     *
     * @throws IOException if it cannot; the message says why
     */
    static LaunchConfig probed(ServerFolder folder, PostgresBinaries programs, ServerAccount account)
            throws IOException {
        Path dataFolder = folder.path().resolveSibling(".").normalize();
        ProgramRun.Finished reached = ProgramRun.of(
                        dataFolder, account.prefix(), List.of("test", "-x", dataFolder.toString()))
                .run();
        if (!reached.ok()) {
            throw new IOException(reached.output().isBlank() ? dataFolder + " is closed to it" : said(reached));
        }
        account.takeOver(folder);
        ProgramRun.Finished version = ProgramRun.of(
                        dataFolder,
                        account.prefix(),
                        List.of(programs.program("postgres").toString(), "--version"))
                .run();
        Matcher matcher = VERSION.matcher(version.output());
        if (!version.ok() || !matcher.find()) {
            throw new IOException(said(version));
        }
        return new LaunchConfig(folder, programs, account, Integer.parseInt(matcher.group(1)));
    }

    private static String said(ProgramRun.Finished finished) {
        return finished.output().strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Runs one of the programs in the server's folder, where the paths of its arguments start. */
    ProgramRun.Finished run(String program, List<String> arguments) {
        return run(program, arguments, () -> false);
    }

    /** Runs one of the programs likewise, and kills it when this says so. */
    ProgramRun.Finished run(String program, List<String> arguments, BooleanSupplier cancelled) {
        List<String> words = new ArrayList<>();
        words.add(programs.program(program).toString());
        words.addAll(arguments);
        return ProgramRun.of(folder.path(), account.prefix(), words).run(cancelled);
    }
}
