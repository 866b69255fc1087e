package derrick.api.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.dropwizard.logging.common.ConsoleAppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.dropwizard.logging.common.LoggingFactory;
import io.dropwizard.logging.json.EventJsonLayoutBaseFactory;
import io.dropwizard.util.DataSize;
import java.nio.file.Path;
import java.util.List;

/** The settings of the log: JSON lines in a rotated file, and warnings as text on stderr. */
public final class LogSettings {
    /** The folder of the log in the data folder. */
    public static final String FOLDER = "logs";

    /** The name of the current log file. */
    public static final String FILE_NAME = "derrick.log";

    private static final int ARCHIVED_FILES = 5;
    private static final DataSize FILE_SIZE_MAX = DataSize.mebibytes(10);

    private LogSettings() {}

    /** Returns the logging configuration for a log folder. */
    public static LoggingFactory in(Path folder) {
        DefaultLoggingFactory logging = new DefaultLoggingFactory();
        logging.setLevel("INFO");
        logging.setAppenders(List.of(terminal(), file(folder)));
        return logging;
    }

    private static ConsoleAppenderFactory<ILoggingEvent> terminal() {
        ConsoleAppenderFactory<ILoggingEvent> terminal = new ConsoleAppenderFactory<>();
        terminal.setTarget(ConsoleAppenderFactory.ConsoleStream.STDERR);
        terminal.setThreshold("WARN");
        terminal.setLogFormat("%-5p %m%nopex%n");
        return terminal;
    }

    private static FileAppenderFactory<ILoggingEvent> file(Path folder) {
        EventJsonLayoutBaseFactory lines = new EventJsonLayoutBaseFactory();
        lines.setTimestampFormat("ISO_INSTANT");
        FileAppenderFactory<ILoggingEvent> file = new FileAppenderFactory<>();
        file.setCurrentLogFilename(folder.resolve(FILE_NAME).toString());
        file.setArchivedLogFilenamePattern(folder.resolve(FILE_NAME + ".%i").toString());
        file.setArchivedFileCount(ARCHIVED_FILES);
        file.setMaxFileSize(FILE_SIZE_MAX);
        file.setLayout(lines);
        return file;
    }
}
