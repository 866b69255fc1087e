package derrick.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a backup is to go: a file, or a folder that is there. Whoever ends it with a slash means a folder. */
public final class BackupDestination implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        Path path = Path.of(text);
        if (text.endsWith("/") && !Files.isDirectory(path)) {
            throw new TypeConversionException("there is no folder " + text);
        }
        return path;
    }
}
