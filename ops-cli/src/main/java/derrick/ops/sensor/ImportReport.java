package derrick.ops.sensor;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.exchange.Reject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the result of an import, as text or JSON.
 *
 * @param dryRun whether nothing was stored, and the counts are those of an import
 * @param gaps the number of cells read as no value, by their text
 * @param suspects the number of stored values that may mean "no value", by value and column
 */
record ImportReport(
        boolean dryRun,
        IngestCounts counts,
        RejectSummary summary,
        Map<String, Long> gaps,
        Map<String, Long> suspects) {
    private static final int REASONS_MAX = 8;
    private static final int SUSPECTS_MAX = 8;

    /** Writes the fields of the HTTP response; a dry run has {@code would_store} instead of {@code stored}. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (dryRun) {
            json.writeBooleanField("dry_run", true);
        }
        json.writeNumberField("received", counts.received());
        json.writeNumberField(dryRun ? "would_store" : "stored", counts.stored());
        json.writeNumberField("duplicates", counts.duplicates());
        json.writeNumberField("conflicts", counts.conflicts());
        json.writeNumberField("rejected", counts.rejected());
        json.writeArrayFieldStart("rejects");
        for (Reject reject : summary.listed()) {
            json.writeStartObject();
            json.writeNumberField("row", reject.row());
            json.writeStringField("field", reject.field());
            json.writeStringField("reason", reject.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        long omitted = counts.rejected() - summary.listed().size();
        if (omitted > 0) {
            json.writeNumberField("rejects_omitted", omitted);
        }
        writeTo(json, "gaps", gaps);
        writeTo(json, "suspects", suspects);
        json.writeEndObject();
    }

    private static void writeTo(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        if (counts.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : new TreeMap<>(counts).entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    void print(PrintStream out) {
        line(out, counts.received(), dryRun ? "rows received; this is a dry run" : "rows received");
        line(out, counts.stored(), dryRun ? "new, would be imported" : "stored");
        line(out, counts.duplicates(), "duplicates of existing records");
        line(
                out,
                counts.conflicts(),
                "conflicts with existing records, which %s kept".formatted(dryRun ? "would be" : "are"));
        line(out, counts.rejected(), "rejected");
        summary.rowsByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(REASONS_MAX)
                .forEach(reason -> line(out, reason.getValue(), "  " + reason.getKey()));
        gaps.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(gap -> line(out, gap.getValue(), "cells read as no value: " + gap.getKey()));
        suspects.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(SUSPECTS_MAX)
                .forEach(suspect -> line(out, suspect.getValue(), "cells stored as a value: " + suspect.getKey()));
        if (!suspects.isEmpty()) {
            out.println("              if such a number means no value, add --null NUMBER");
        }
    }

    private static void line(PrintStream out, long count, String label) {
        out.printf(Locale.ROOT, "%,12d  %s%n", count, label);
    }
}
