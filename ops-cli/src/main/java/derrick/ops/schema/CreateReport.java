package derrick.ops.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.diff.GeneratedRevisions;
import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.ops.LineWrapper;
import derrick.ops.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files that were written, and the steps that need a decision. */
record CreateReport(GeneratedRevisions draft) {
    /** The report for a person, each line at most 80 characters, unless a name alone is longer. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (draft.revisions().isEmpty() && draft.unsupported().isEmpty()) {
            lines.add("the files make what is declared; nothing to write");
            CheckReport.notCompared(CheckReport.neverComparedAnd("grants, unless declared"))
                    .forEach(lines::add);
        }
        if (!draft.revisions().isEmpty()) {
            lines.add("in " + draft.folder());
            for (RevisionFiles pair : draft.revisions()) {
                lines.add("wrote " + pair.upgrade().file());
                lines.add("wrote " + pair.downgrade().file());
            }
        }
        section("look at this before it runs:", draft.remarks(), lines);
        section("commented out, for it loses (--allow-destructive writes it):", draft.commentedOut(), lines);
        section("not written, for create does not know how:", left(), lines);
        return lines;
    }

    private List<String> left() {
        return draft.unsupported().stream()
                .map(difference -> difference.sentence("the files"))
                .toList();
    }

    private static void section(String title, List<String> points, List<String> lines) {
        if (!points.isEmpty()) {
            lines.add(title);
            points.forEach(point -> lines.addAll(LineWrapper.lines("  ", point)));
        }
    }

    /** The report for a program. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("written");
        for (RevisionFiles pair : draft.revisions()) {
            json.writeStartObject();
            json.writeStringField("revision", pair.id());
            json.writeStringField("name", pair.name());
            json.writeStringField("upgrade", pair.upgrade().path());
            json.writeStringField("downgrade", pair.downgrade().path());
            json.writeBooleanField("transactional", pair.upgrade().isTransactional());
            json.writeEndObject();
        }
        json.writeEndArray();
        Terminal.writeStrings("remarks", draft.remarks(), json);
        Terminal.writeStrings("commented_out", draft.commentedOut(), json);
        Terminal.writeStrings("not_written", left(), json);
        json.writeEndObject();
    }
}
