package derrick.migrations.revision;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One SQL file of a revision.
 *
 * @param file its name, without a folder
 * @param path where a person finds it
 */
public record Script(String file, String path, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Takes away the byte order mark that some editors put before the text. */
    public Script {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
    }

    /** A checksum equal to the one that Flyway keeps of the file; line endings do not change it. */
    public int checksum() {
        CRC32 crc = new CRC32();
        text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(crc::update);
        return (int) crc.getValue();
    }
}
