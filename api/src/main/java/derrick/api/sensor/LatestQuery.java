package derrick.api.sensor;

import derrick.api.problem.InvalidParameter;
import derrick.api.query.PageLimit;
import derrick.api.query.QueryParameters;
import derrick.domain.rig.RigId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The query parameters of the latest records.
 *
 * @param rig the only rig, if one was given
 * @param after the last rig of the previous page
 * @param limit the maximum number of records of a page
 */
record LatestQuery(Optional<RigId> rig, Optional<RigId> after, int limit) {
    private static final List<String> PARAMETERS = List.of("rig_id", "limit", "cursor");

    /** @throws InvalidParameter if a parameter is unknown, given twice or malformed */
    static LatestQuery of(MultivaluedMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given, PARAMETERS);
        LatestQuery query = new LatestQuery(
                parameters.find("rig_id", RigId::new),
                parameters.find("cursor", LatestQuery::parseCursor),
                parameters.find("limit", PageLimit::parse).orElse(SensorQuery.DEFAULT_LIMIT));
        if (query.rig.isPresent() && query.after.isPresent()) {
            throw new InvalidParameter("cursor", "belongs to another query; leave out rig_id");
        }
        return query;
    }

    /** Returns the cursor of the page after this rig. */
    static String cursor(RigId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.value().getBytes(StandardCharsets.UTF_8));
    }

    private static RigId parseCursor(String text) {
        try {
            return new RigId(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("must be the next_cursor of a page", malformed);
        }
    }
}
