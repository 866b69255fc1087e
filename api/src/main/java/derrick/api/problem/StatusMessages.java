package derrick.api.problem;

/** The default messages of HTTP statuses. */
public final class StatusMessages {
    private StatusMessages() {}

    /** Returns the message of a status, which quotes nothing of the request. */
    public static String of(int status) {
        return switch (status) {
            case 400 -> "The request line, a header or the framing of the body is not valid HTTP.";
            case 404 -> "GET / lists the resources.";
            case 405 -> "The Allow header lists the methods that the resource supports.";
            case 406 -> "Responses are application/json.";
            case 408 -> "The request stalled or arrived too slowly.";
            case 413 -> "Send a smaller document.";
            case 414 -> "The request line and the headers together must fit into 8 KiB.";
            case 415 -> "Send application/json or application/x-ndjson in UTF-8, uncompressed or with gzip.";
            case 431 -> "The request line and the headers together must fit into 8 KiB.";
            case 503 -> "The server is starting, stopping or overloaded; try again later.";
            default -> status < 500 ? "The request is not supported." : "The log has it under this trace_id.";
        };
    }
}
