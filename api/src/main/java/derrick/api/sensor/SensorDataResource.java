package derrick.api.sensor;

import derrick.api.http.PageMemory;
import derrick.api.problem.Problem;
import derrick.api.problem.ProblemType;
import derrick.domain.sensor.SensorRecords;
import derrick.domain.sensor.exchange.MalformedDocument;
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

/** Stores and lists sensor data. A rig that never reported is no error: it has no records. */
@Path("/api/v1/sensor-data")
@Produces(MediaType.APPLICATION_JSON)
public final class SensorDataResource {
    private final DocumentIngest ingest;
    private final SensorRecords records;
    private final SensorReader json;
    private final SensorReader ndjson;

    @Inject
    public SensorDataResource(
            DocumentIngest ingest,
            SensorRecords records,
            @Named("json") SensorReader json,
            @Named("ndjson") SensorReader ndjson) {
        this.ingest = ingest;
        this.records = records;
        this.json = json;
        this.ndjson = ndjson;
    }

    /** Takes in one record or an array of them; when it answers they are on disk. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response storeJson(InputStream document) {
        return store(json, document);
    }

    /** Takes in records, one a line; when it answers they are on disk. */
    @POST
    @Consumes("application/x-ndjson")
    public Response storeLines(InputStream document) {
        return store(ndjson, document);
    }

    /** A page of a rig's records in the order of time. */
    @GET
    public RecordPage list(@Context UriInfo uri, @Context ContainerRequestContext request) {
        SensorQuery query = SensorQuery.of(uri.getQueryParameters());
        PageMemory.reserve(request, query.limit());
        return RecordPage.of(query, records.list(query.span(), query.limit() + 1));
    }

    /** The last record of every rig, page by page, or of one: a page either way. */
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
        IngestResponse answer = ingest.store(reader, document);
        if (answer.received() == 0) {
            throw new MalformedDocument(1, "", "there is no record in the document");
        }
        return answer.received() == answer.rejected()
                ? Problem.of(ProblemType.NO_ROW_ACCEPTED, "The rejects say what is wrong with each row.")
                        .with(answer.members())
                        .response()
                : Response.ok(answer).build();
    }
}
