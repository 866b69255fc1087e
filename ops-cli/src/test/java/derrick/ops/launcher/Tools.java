package derrick.ops.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder that is the whole PATH: it has the system programs that the launcher needs, and those that a test adds. */
record Tools(Path folder) {
    private static final List<String> SYSTEM_PROGRAMS = List.of(
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
        for (String name : SYSTEM_PROGRAMS) {
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

    /** Adds a shell script. */
    Tools with(String name, String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve(name).getParent())
                .resolve(Path.of(name).getFileName());
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** Returns an environment with this PATH and without JAVA_HOME. */
    Map<String, String> environment() {
        return Map.of("PATH", folder.toString(), "JAVA_HOME", "");
    }

    /** Returns an environment with this PATH and the JAVA_HOME of this test. */
    Map<String, String> environmentWithJava() {
        return Map.of("PATH", folder.toString());
    }
}
