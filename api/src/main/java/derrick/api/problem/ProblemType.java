package derrick.api.problem;

import java.util.Arrays;
import java.util.Locale;

/** The problem types of the API. A kind's name is part of the interface: a program may rely on it. */
public enum ProblemType {
    BAD_REQUEST(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter is not right"),
    MALFORMED_DOCUMENT(400, "The document cannot be read"),
    FORBIDDEN(403, "This request is not served"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the form asked for"),
    TIMEOUT(408, "The request took too long to arrive"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Documents of this kind are not taken here"),
    NO_ROW_ACCEPTED(422, "No row of the document could be taken"),
    REQUEST_REFUSED(400, "The request was refused"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "The server failed"),
    UNAVAILABLE(503, "The server cannot do this at the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind that speaks for an HTTP status of an error for which nothing more is known. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? REQUEST_REFUSED : INTERNAL_ERROR);
    }

    public int status() {
        return status;
    }

    /** The kind in words, the same for every problem of it. */
    public String title() {
        return title;
    }

    /** The name that programs go by. */
    public String urn() {
        return "urn:derrick:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
