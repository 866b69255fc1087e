package derrick.api.index;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The start page of the API. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class IndexResource {
    private final String version;

    @Inject
    public IndexResource(@Named("version") String version) {
        this.version = version;
    }

    /** Returns the product, its version and the paths of the API. */
    @GET
    public StartPage index() {
        return new StartPage(
                "Derrick",
                version,
                Map.of(
                        "sensor_data", "/api/v1/sensor-data?rig_id={rig_id}",
                        "latest", "/api/v1/sensor-data/latest"));
    }

    /**
     * The product, its version and the paths of the API.
     *
     * @param links the path of each resource; a part in braces is a parameter
     */
    @JsonPropertyOrder({"product", "version", "links"})
    public record StartPage(String product, String version, Map<String, String> links) {}
}
