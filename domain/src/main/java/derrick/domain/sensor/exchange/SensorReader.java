package derrick.domain.sensor.exchange;

import derrick.domain.rig.RigId;
import java.io.InputStream;
import java.util.Optional;

/** Reads sensor records from documents of one format. */
public interface SensorReader {
    /**
     * Returns the rows of a document. They are read when they are asked for; the caller closes the stream.
     *
     * @param rig the rig of the document, if known: a row without a rig gets this one, a row of another rig is rejected
     * @param nulls the numbers that mean "no value"
     */
    DocumentRows rows(InputStream document, Optional<RigId> rig, NullMarkers nulls);
}
