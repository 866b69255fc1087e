package derrick.domain.sensor.exchange;

import derrick.domain.rig.RigId;
import java.io.InputStream;
import java.util.Optional;

/** Reads sensor records from documents of one kind. */
public interface SensorReader {
    /** The rows of a document each of which names its rig. */
    default DocumentRows rows(InputStream document) {
        return rows(document, Optional.empty(), NullMarkers.USUAL);
    }

    /**
     * The rows of the document in this stream, read as they are asked for; the stream stays the caller's to close.
     *
     * @param rig the rig whose document it is, if that is known: a row that names no rig is taken as this one's, and a
     *     row that names another is rejected
     * @param nulls the numbers that mean "no value", as in tables
     */
    DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls);
}
