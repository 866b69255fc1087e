package derrick.migrations.revision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Where scripts lie: a folder, or one inside a jar, whose list of contents is read instead of the whole class path. */
public sealed interface ScriptFolder {
    /** The names of all files in it, in no order. */
    List<String> names();

    /** Where a person finds the file of this name. */
    String path(String name);

    /** What the file of this name says. */
    String read(String name);

    /** How many SQL files there are below a folder in it of this name, as far as they can be read. */
    long scriptsBelow(String name);

    /** The script in the file of this name. */
    default Script script(String name) {
        return new Script(name, path(name), read(name));
    }

    /** The folder of this name among the resources of the class. */
    static ScriptFolder packaged(Class<?> owner, String folder) {
        URL url = Optional.ofNullable(owner.getResource("/" + folder))
                .orElseThrow(() -> new IllegalStateException("the folder " + folder + " is not on the class path"));
        try {
            return "file".equals(url.getProtocol())
                    ? new OnDisk(Path.of(url.toURI()))
                    : new InJar(
                            Path.of(((JarURLConnection) url.openConnection())
                                    .getJarFileURL()
                                    .toURI()),
                            folder);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("cannot read " + url, unreadable);
        }
    }

    /** A folder of the file system. */
    record OnDisk(Path folder) implements ScriptFolder {
        private static final int DEPTH = 5;
        private static final int MOST_COUNTED = 1_000;

        @Override
        public List<String> names() {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot list " + folder, unreadable);
            }
        }

        @Override
        public String path(String name) {
            return folder.resolve(name).toString();
        }

        @Override
        public long scriptsBelow(String name) {
            if (!Files.isDirectory(folder.resolve(name))) {
                return 0;
            }
            try (Stream<Path> files = Files.walk(folder.resolve(name), DEPTH)) {
                return files.filter(file -> file.toString().endsWith(".sql"))
                        .limit(MOST_COUNTED)
                        .count();
            } catch (IOException | UncheckedIOException unreadable) {
                return 0;
            }
        }

        @Override
        public String read(String name) {
            try {
                return Files.readString(folder.resolve(name));
            } catch (CharacterCodingException foreign) {
                throw new MalformedRevisions(path(name) + " must be text in UTF-8");
            } catch (IOException unreadable) {
                if (Files.isDirectory(folder.resolve(name))) {
                    throw new MalformedRevisions(path(name) + " must be a file");
                }
                throw new UncheckedIOException("cannot read " + path(name), unreadable);
            }
        }
    }

    /** A folder of a jar. */
    record InJar(Path jar, String folder) implements ScriptFolder {
        @Override
        public List<String> names() {
            String prefix = folder + "/";
            try (JarFile file = new JarFile(jar.toFile(), false)) {
                return file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                        .map(name -> name.substring(prefix.length()))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot list " + jar, unreadable);
            }
        }

        @Override
        public long scriptsBelow(String name) {
            return 0;
        }

        @Override
        public String path(String name) {
            return folder + "/" + name + " in " + jar.getFileName();
        }

        @Override
        public String read(String name) {
            URI place = URI.create("jar:" + jar.toUri() + "!/" + folder + "/" + name);
            try (InputStream text = place.toURL().openStream()) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + path(name), unreadable);
            }
        }
    }
}
