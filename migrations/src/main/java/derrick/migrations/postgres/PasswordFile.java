package derrick.migrations.postgres;

import derrick.migrations.postgres.DatabaseAddress.Server;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A password file of libpq: lines of {@code host:port:database:user:password}, where * matches any value. */
record PasswordFile(Path file) {
    private static final int FIELDS = 5;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** Returns the default file of libpq, in the user's home. */
    static PasswordFile ofUser() {
        return new PasswordFile(Path.of(System.getProperty("user.home", ""), ".pgpass"));
    }

    /**
     * Returns the password of the first server that has a line; empty if none has one.
     *
     * @throws InvalidDatabaseUrl if other users may read the file, or it cannot be read
     */
    Optional<String> password(List<Server> servers, String database, String user) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<List<String>> lines = lines();
        return servers.stream()
                .flatMap(server -> lines.stream()
                        .filter(line -> (matches(line, 0, server.host())
                                        || (server.isSocket() && matches(line, 0, "localhost")))
                                && matches(line, 1, Integer.toString(server.port()))
                                && matches(line, 2, database)
                                && matches(line, 3, user))
                        .limit(1))
                .map(line -> line.get(FIELDS - 1))
                .findFirst();
    }

    private static boolean matches(List<String> line, int field, String value) {
        return line.get(field).equals("*") || line.get(field).equals(value);
    }

    private List<List<String>> lines() {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new InvalidDatabaseUrl(
                        "password file %s can be read by other users; run chmod 600 on it".formatted(file));
            }
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(PasswordFile::fields)
                    .filter(fields -> fields.size() == FIELDS)
                    .toList();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidDatabaseUrl("password file " + file + " is not written in UTF-8");
        } catch (IOException unreadable) {
            throw new InvalidDatabaseUrl("password file " + file + " cannot be read");
        }
    }

    /** Returns the fields of a line. Colons and backslashes within a field are escaped by a backslash. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\\' && at + 1 < line.length()) {
                at++;
                field.append(line.charAt(at));
            } else if (character == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
