package derrick.api.sensor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.exchange.DocumentRows;
import derrick.domain.sensor.exchange.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of storing a document.
 *
 * @param rejects why rows gave no record, the first of them
 * @param rejectsOmitted how many more were rejected than are listed; left out where all are
 * @param gaps how many numbers were read as no value, by number; left out where none was
 * @param suspects how many numbers were read as values but may mean none, by number and channel; left out likewise
 */
record IngestResponse(
        long received,
        long stored,
        long duplicates,
        long conflicts,
        long rejected,
        List<Reject> rejects,

        @JsonProperty("rejects_omitted") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        long rejectsOmitted,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> gaps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> suspects) {
    /** @param rows the rows of the document, after all of them were read */
    static IngestResponse of(IngestCounts counts, List<Reject> rejects, DocumentRows rows) {
        return new IngestResponse(
                counts.received(),
                counts.stored(),
                counts.duplicates(),
                counts.conflicts(),
                counts.rejected(),
                rejects,
                counts.rejected() - rejects.size(),
                new TreeMap<>(rows.gaps()),
                new TreeMap<>(rows.suspects()));
    }

    /** The same, to stand in a problem document. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("received", received);
        members.put("stored", stored);
        members.put("duplicates", duplicates);
        members.put("conflicts", conflicts);
        members.put("rejected", rejected);
        members.put("rejects", rejects);
        if (rejectsOmitted > 0) {
            members.put("rejects_omitted", rejectsOmitted);
        }
        if (!gaps.isEmpty()) {
            members.put("gaps", gaps);
        }
        if (!suspects.isEmpty()) {
            members.put("suspects", suspects);
        }
        return members;
    }
}
