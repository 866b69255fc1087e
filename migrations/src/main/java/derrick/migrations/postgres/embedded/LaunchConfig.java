package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs, account and major version with which the server runs, tested on this machine. */
record LaunchConfig(ServerFolder folder, PostgresBinaries programs, ServerAccount account, int majorVersion) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /**
     * Tests that an account can run the programs and enter the folder, and makes it the owner of the folder.
     *
     * @throws IOException if a test fails; the message says why
     */
    static LaunchConfig tested(ServerFolder folder, PostgresBinaries programs, ServerAccount account)
            throws IOException {
        Path dataFolder = folder.path().resolveSibling(".").normalize();
        ProgramRun.Result reached = ProgramRun.of(
                        dataFolder, account.prefix(), List.of("test", "-x", dataFolder.toString()))
                .run();
        if (!reached.ok()) {
            throw new IOException(reached.output().isBlank() ? dataFolder + " cannot be entered" : outputOf(reached));
        }
        account.takeOver(folder);
        ProgramRun.Result version = ProgramRun.of(
                        dataFolder,
                        account.prefix(),
                        List.of(programs.program("postgres").toString(), "--version"))
                .run();
        Matcher matcher = VERSION.matcher(version.output());
        if (!version.ok() || !matcher.find()) {
            throw new IOException(outputOf(version));
        }
        return new LaunchConfig(folder, programs, account, Integer.parseInt(matcher.group(1)));
    }

    private static String outputOf(ProgramRun.Result result) {
        return result.output().strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /** Runs a program in the server's folder. Paths in arguments are relative to it. */
    ProgramRun.Result run(String program, List<String> arguments) {
        return run(program, arguments, () -> false);
    }

    /** Runs a program, as {@link #run(String, List)}, and kills it once cancelled. */
    ProgramRun.Result run(String program, List<String> arguments, BooleanSupplier cancelled) {
        List<String> command = new ArrayList<>();
        command.add(programs.program(program).toString());
        command.addAll(arguments);
        return ProgramRun.of(folder.path(), account.prefix(), command).run(cancelled);
    }
}
