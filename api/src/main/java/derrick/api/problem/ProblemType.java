package derrick.api.problem;

import java.util.Arrays;
import java.util.Locale;

/** The problem types of the API. The URN of a type is part of the interface and does not change. */
public enum ProblemType {
    BAD_REQUEST(400, "The request is malformed"),
    INVALID_PARAMETER(400, "A parameter is invalid"),
    MALFORMED_DOCUMENT(400, "The document is malformed"),
    FORBIDDEN(403, "The request is forbidden"),
    NOT_FOUND(404, "There is no resource at this path"),
    METHOD_NOT_ALLOWED(405, "The resource does not support this method"),
    NOT_ACCEPTABLE(406, "The resource does not have the requested media type"),
    TIMEOUT(408, "The request arrived too slowly"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The URI is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type or encoding is not supported"),
    NO_ROW_ACCEPTED(422, "No row of the document was accepted"),
    REQUEST_REFUSED(400, "The request was rejected"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "An unexpected error occurred"),
    UNAVAILABLE(503, "The service is temporarily unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the type of an error of which only the HTTP status is known. */
    public static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < 500 ? REQUEST_REFUSED : INTERNAL_ERROR);
    }

    public int status() {
        return status;
    }

    /** Returns a short description, which is the same for all problems of this type. */
    public String title() {
        return title;
    }

    /** Returns the URN by which programs recognize the type. */
    public String urn() {
        return "urn:derrick:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
