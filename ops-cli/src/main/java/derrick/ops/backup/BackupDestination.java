package derrick.ops.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the file or folder of a backup. A name that ends with a slash must be an existing folder. */
public final class BackupDestination implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        Path path = Path.of(text);
        if (text.endsWith("/") && !Files.isDirectory(path)) {
            throw new TypeConversionException("folder not found: " + text);
        }
        return path;
    }
}
