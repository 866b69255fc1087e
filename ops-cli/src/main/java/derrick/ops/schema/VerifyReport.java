package derrick.ops.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.revision.Revision;
import derrick.migrations.verify.VerificationFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a verification.
 *
 * @param revisionCount the number of revisions that were tested
 */
record VerifyReport(int revisionCount, List<VerificationFinding> findings) {
    private static final int WIDTH = 80;

    boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns the report as text: the findings by revision, each line at most 80 characters. */
    List<String> lines() {
        if (isClean()) {
            return List.of(revisionCount + " revisions upgrade, downgrade and upgrade again without loss");
        }
        List<String> lines = new ArrayList<>();
        Optional<Optional<Revision>> last = Optional.empty();
        for (VerificationFinding finding : findings) {
            if (!last.equals(Optional.of(finding.revision()))) {
                lines.add(finding.revision().map(Revision::name).orElse("all revisions") + ":");
                last = Optional.of(finding.revision());
            }
            lines.add(truncated("  %s: %s".formatted(finding.step().words(), finding.what())));
        }
        return lines;
    }

    private static String truncated(String line) {
        String single = line.replaceAll("\\R", " ");
        return single.codePointCount(0, single.length()) <= WIDTH
                ? single
                : single.substring(0, single.offsetByCodePoints(0, WIDTH - 1)) + "…";
    }

    /** Writes the report as JSON. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("clean", isClean());
        json.writeNumberField("revisions", revisionCount);
        json.writeArrayFieldStart("findings");
        for (VerificationFinding finding : findings) {
            json.writeStartObject();
            json.writeStringField(
                    "revision", finding.revision().map(Revision::id).orElse(null));
            json.writeStringField("step", finding.step().words());
            json.writeStringField("table", finding.table().orElse(null));
            json.writeStringField("what", finding.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
