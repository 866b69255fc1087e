package derrick.migrations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server made of the machine's own PostgreSQL, which has a pg_dump of its age; without one, tests are skipped. */
public final class InstalledServer implements BeforeAllCallback, AfterAllCallback {
    public static final String PASSWORD = "o'pen & ses=ame";
    private static final Path HOME = Path.of("/usr/lib/postgresql");
    private static final int NOBODY = 65534;

    private Path programs = Path.of("");
    private Path folder = Path.of("");
    private int port;
    private int databases;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(HOME), "PostgreSQL is not installed here; what needs its pg_dump is not tested");
        try (Stream<Path> versions = Files.list(HOME)) {
            programs = versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("pg_dump")) && Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseGet(() -> Assumptions.abort(
                            "PostgreSQL is not installed here; what needs its pg_dump is not tested"));
        }
        folder = Files.createTempDirectory("derrick-installed-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Path secret = Files.writeString(folder.resolve("secret"), PASSWORD);
        if (isRoot()) {
            Files.setAttribute(data, "unix:uid", NOBODY);
            Files.setAttribute(data, "unix:gid", NOBODY);
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        run(
                "initdb",
                "--pgdata=" + data,
                "--username=derrick",
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "-N",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                data.toString(),
                "-l",
                data.resolve("log").toString(),
                "-o",
                "-p %d -h 127.0.0.1 -k '' -F".formatted(port));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (port != 0) {
            run(
                    "pg_ctl",
                    "stop",
                    "-m",
                    "immediate",
                    "-D",
                    folder.resolve("data").toString());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Where its pg_dump is. */
    public Path programs() {
        return programs;
    }

    /** A new, empty database whose name is no word. */
    public DatabaseAddress newDatabase() {
        String name = "rig=%d 'x'".formatted(++databases);
        new Sql(address("postgres").dataSource()).run("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
        return address(name);
    }

    private DatabaseAddress address(String database) {
        return new DatabaseAddress("127.0.0.1", port, database, "derrick", Optional.of(PASSWORD), Map.of());
    }

    private void run(String program, String... options) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(options));
        Path output = folder.resolve(program + ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        assertThat(builder.start().onExit().join().exitValue())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
