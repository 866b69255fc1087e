package derrick.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of programs that stands for the whole PATH: what the launcher needs of every system, and what a test adds.
 */
record Tools(Path folder) {
    private static final List<String> OF_EVERY_SYSTEM = List.of(
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "mv",
            "nice",
            "perl",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sleep",
            "tail",
            "touch",
            "uname");

    static Tools in(Path folder) throws IOException {
        Tools tools = new Tools(folder);
        for (String name : OF_EVERY_SYSTEM) {
            Optional<Path> program = Stream.of("/usr/bin", "/bin")
                    .map(bin -> Path.of(bin, name))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (program.isPresent()) {
                tools.with(name, "exec %s \"$@\"%n".formatted(program.get()));
            }
        }
        return tools;
    }

    /** Adds a program of the test's own. */
    Tools with(String name, String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve(name).getParent())
                .resolve(Path.of(name).getFileName());
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** The environment in which there is nothing else, no JAVA_HOME either. */
    Map<String, String> environment() {
        return Map.of("PATH", folder.toString(), "JAVA_HOME", "");
    }

    /** The environment in which there is nothing else but the Java of this test. */
    Map<String, String> environmentWithJava() {
        return Map.of("PATH", folder.toString());
    }
}
