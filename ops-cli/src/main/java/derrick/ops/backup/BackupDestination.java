package derrick.ops.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the file or folder that a backup goes to; a name that ends with a slash must be a folder. */
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
