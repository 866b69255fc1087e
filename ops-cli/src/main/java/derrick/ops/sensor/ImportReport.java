package derrick.ops.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.exchange.Reject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * What an import came to, for a person or for a script.
 *
 * @param gaps how many cells of a table were read as no value, by what stood in them
 */
record ImportReport(IngestCounts counts, Findings findings, Map<String, Long> gaps) {
    private static final int MOST_REASONS = 8;

    /** The same fields as the HTTP endpoint answers with. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("received", counts.received());
        json.writeNumberField("stored", counts.stored());
        json.writeNumberField("duplicates", counts.duplicates());
        json.writeNumberField("conflicts", counts.conflicts());
        json.writeNumberField("rejected", counts.rejected());
        json.writeArrayFieldStart("rejects");
        for (Reject reject : findings.listed()) {
            json.writeStartObject();
            json.writeNumberField("row", reject.row());
            json.writeStringField("field", reject.field());
            json.writeStringField("reason", reject.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        long omitted = counts.rejected() - findings.listed().size();
        if (omitted > 0) {
            json.writeNumberField("rejects_omitted", omitted);
        }
        json.writeEndObject();
    }

    void print(PrintStream out) {
        line(out, counts.received(), "rows received");
        line(out, counts.stored(), "stored");
        line(out, counts.duplicates(), "duplicates, which were stored before");
        line(out, counts.conflicts(), "conflicts, where what was stored before stays");
        line(out, counts.rejected(), "rejected");
        findings.rowsByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .forEach(reason -> line(out, reason.getValue(), "  " + reason.getKey()));
        gaps.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(gap -> line(out, gap.getValue(), "cells read as no value: " + gap.getKey()));
    }

    private static void line(PrintStream out, long rows, String what) {
        out.printf(Locale.ROOT, "%,12d  %s%n", rows, what);
    }
}
