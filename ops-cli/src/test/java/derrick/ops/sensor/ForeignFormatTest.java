package derrick.ops.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.ops.CommandFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats are detected by the first bytes of a file, whatever its name is. */
final class ForeignFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~VERSION INFORMATION; VERS. 2.0 : CWLS LOG ASCII STANDARD | a LAS file",
                "# made by a logger;#;~Version;VERS. 3.0 : | a LAS file",
                "~V; VERS. 1.2: | a LAS file",
                "<?xml version='1.0'?><logs xmlns='http://www.witsml.org/schemas/131'> | a WITSML document",
                "<trajectorys xmlns='http://www.witsml.org/schemas/1series'> | a WITSML document",
                "<eml:Log xmlns:eml='http://www.energistics.org/energyml'> | a WITSML document",
                "<?xml version='1.0'?><data/> | an XML document",
                "<!DOCTYPE html><html> | an HTML page",
                "&&;01083650.40;01133.5;!! | a WITS-0 stream",
                "!!;&&;01083650.40 | a WITS-0 stream",
                "01083650.40;01133.5;!!;&&;01083650.41 | a WITS-0 stream",
                "ARROW1xx | an Arrow file",
                "GIF89a | an image",
                "%PDF-1.7 | a PDF document",
                "{\\rtf1 | an RTF document",
                "0000V1.00RECORD08192 | a DLIS log",
                "PAR1xxxx | a Parquet file"
            })
    void aTextFormatIsDetected(String beginning, String name) {
        assertRefused(beginning.replace(";", "\n").getBytes(StandardCharsets.UTF_8), name);
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b0800, compressed with gzip; decompress it: gunzip -c log.csv | derrick import -",
        "28b52ffd24, compressed with zstd",
        "425a683931415926535959, compressed with bzip2",
        "fd377a585a000004, compressed with xz",
        "504b030414000000, a zip archive",
        "504b0304140000005b436f6e74656e745f54797065735d2e786d6c, an Excel workbook (xlsx)",
        "d0cf11e0a1b11ae1, an old Office file",
        "894844460d0a1a0a, an HDF5 file",
        "4f626a0104, an Avro file",
        "53514c69746520666f726d6174203300, an SQLite database"
    })
    void aBinaryFormatIsDetected(String hexadecimal, String name) {
        String[] expected = name.split("; ");
        assertRefused(HexFormat.of().parseHex(hexadecimal), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF-16",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "x-UTF-16LE-BOM, UTF-16",
        "UTF-32LE, UTF-32"
    })
    void utf16AndUtf32AreReportedWithTheCommandThatConvertsThem(String charset, String name) {
        String mark = charset.equals("UTF-32LE") ? "\uFEFF" : "";

        assertRefused((mark + "time,wob [t]\n").getBytes(Charset.forName(charset)), "iconv -f " + name + " -t UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time,wob [t] | log.csv | CSV",
                "~ | log.csv | CSV",
                "{\"wob\":1} | log.csv | NDJSON",
                "[ {\"wob\":1}] | log.csv | JSON",
                "{\"wob\":1} | log.json | JSON",
                "[m],wob | log.csv | CSV",
                "'' | log.ndjson | NDJSON",
                "&& 1,2 | log | CSV"
            })
    void theFormatIsDetectedByTheFirstBytes(String beginning, String file, DocumentFormat format) throws IOException {
        ByteArrayInputStream document = new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8));

        assertThat(DocumentFormat.of(file, document)).isEqualTo(format);
        assertThat(document.readAllBytes()).asString().isEqualTo(beginning);
    }

    @Test
    void theFileNameIsQuotedInTheCommand() {
        assertThat(ForeignFormat.GZIP.refusal("my log's.csv.gz"))
                .isEqualTo("my log's.csv.gz is compressed with gzip, which import does not read; decompress it:"
                        + " gunzip -c 'my log'\\''s.csv.gz' | derrick import -");
    }

    private static void assertRefused(byte[] document, String... words) {
        assertThatThrownBy(() -> DocumentFormat.of("log.csv", new ByteArrayInputStream(document)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageStartingWith("log.csv is ")
                .hasMessageContainingAll(words);
    }
}
