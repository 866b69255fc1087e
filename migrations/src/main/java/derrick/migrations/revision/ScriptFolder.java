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

/** A folder of scripts on disk or in a jar. Only that jar is listed, not the whole class path. */
public sealed interface ScriptFolder {
    /** Returns the names of all entries, in no order. */
    List<String> names();

    /** Returns the path of a file, for messages. */
    String path(String name);

    /** Returns the content of a file. */
    String read(String name);

    /** Returns the number of readable SQL files below a subfolder; 0 if the name is a file. */
    long scriptsBelow(String name);

    /** Returns the script in a file. */
    default Script script(String name) {
        return new Script(name, path(name), read(name));
    }

    /** Returns a folder of the class path. */
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
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("cannot read " + url, failure);
        }
    }

    /** A folder of the file system. */
    record OnDisk(Path folder) implements ScriptFolder {
        private static final int MAX_DEPTH = 5;
        private static final int MAX_COUNT = 1_000;

        @Override
        public List<String> names() {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).toList();
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot list " + folder, failure);
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
            try (Stream<Path> files = Files.walk(folder.resolve(name), MAX_DEPTH)) {
                return files.filter(file -> file.toString().endsWith(".sql"))
                        .limit(MAX_COUNT)
                        .count();
            } catch (IOException | UncheckedIOException failure) {
                return 0;
            }
        }

        @Override
        public String read(String name) {
            try {
                return Files.readString(folder.resolve(name));
            } catch (CharacterCodingException notUtf8) {
                throw new MalformedRevisions(path(name) + " must be text in UTF-8");
            } catch (IOException failure) {
                if (Files.isDirectory(folder.resolve(name))) {
                    throw new MalformedRevisions(path(name) + " must be a file");
                }
                throw new UncheckedIOException("cannot read " + path(name), failure);
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
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot list " + jar, failure);
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
            URI entry = URI.create("jar:" + jar.toUri() + "!/" + folder + "/" + name);
            try (InputStream text = entry.toURL().openStream()) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read " + path(name), failure);
            }
        }
    }
}
