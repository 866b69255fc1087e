package derrick.api.sensor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import derrick.api.http.PageMemory;
import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import derrick.domain.sensor.IngestCounts;
import derrick.domain.sensor.SensorIngest;
import derrick.domain.sensor.SensorIngest.IngestResult;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.exchange.MalformedDocument;
import derrick.domain.sensor.exchange.Reject;
import derrick.domain.sensor.exchange.SensorReader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stores and lists sensor data. An unknown rig is no error: it has no records. */
@Path("/api/v1/sensor-data")
@Produces(MediaType.APPLICATION_JSON)
public final class SensorDataResource {
    private static final int MAX_REJECTS = 1_000;

    private final SensorIngest ingest;
    private final SensorRecords records;
    private final SensorReader json;
    private final SensorReader ndjson;

    @Inject
    public SensorDataResource(
            SensorIngest ingest,
            SensorRecords records,
            @Named("json") SensorReader json,
            @Named("ndjson") SensorReader ndjson) {
        this.ingest = ingest;
        this.records = records;
        this.json = json;
        this.ndjson = ndjson;
    }

    /** Stores one record or an array of records. They are committed before the response. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response storeJson(InputStream document) {
        return store(json, document);
    }

    /** Stores one record a line. They are committed before the response. */
    @POST
    @Consumes("application/x-ndjson")
    public Response storeLines(InputStream document) {
        return store(ndjson, document);
    }

    /** Returns a page of the records of a rig, ordered by time. */
    @GET
    public RecordPage list(@Context UriInfo uri, @Context ContainerRequestContext request) {
        SensorQuery query = SensorQuery.of(uri.getQueryParameters());
        PageMemory.reserve(request, query.limit());
        return RecordPage.of(query, records.list(query.range(), query.limit() + 1));
    }

    /** Returns the last record of one rig, or a page of the last records of all rigs. */
    @GET
    @Path("latest")
    public RecordPage latest(@Context UriInfo uri, @Context ContainerRequestContext request) {
        LatestQuery query = LatestQuery.of(uri.getQueryParameters());
        if (query.rig().isPresent()) {
            return RecordPage.of(
                    query, records.findLatest(query.rig().get()).stream().toList());
        }
        PageMemory.reserve(request, query.limit());
        return RecordPage.of(query, records.listLatest(query.after(), query.limit() + 1));
    }

    private Response store(SensorReader reader, InputStream document) {
        IngestResponse response = IngestResponse.of(ingest.ingestDocument(reader, document, MAX_REJECTS));
        if (response.received() == 0) {
            throw new MalformedDocument(1, "", "there is no record in the document");
        }
        return response.received() == response.rejected()
                ? Problem.of(ProblemType.NO_ROW_ACCEPTED, "The rejects say what is wrong with each row.")
                        .with(response.members())
                        .response()
                : Response.ok(response).build();
    }

    /**
     * The JSON of the result of a POST.
     *
     * @param rejects the first rejected rows, with the reasons
     * @param rejectsOmitted the number of rejected rows that are not listed; omitted if 0
     * @param gaps the number of values read as gaps, by the text in their place; omitted if empty
     * @param suspects the number of stored values that may mean "no value", by number and field; omitted if empty
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
        private static IngestResponse of(IngestResult result) {
            IngestCounts counts = result.counts();
            return new IngestResponse(
                    counts.received(),
                    counts.stored(),
                    counts.duplicates(),
                    counts.conflicts(),
                    counts.rejected(),
                    result.rejects(),
                    counts.rejected() - result.rejects().size(),
                    new TreeMap<>(result.gaps()),
                    new TreeMap<>(result.suspects()));
        }

        /** Returns the same members for a problem document. */
        private Map<String, Object> members() {
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
}
