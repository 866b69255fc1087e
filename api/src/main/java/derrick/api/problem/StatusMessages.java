package derrick.api.problem;

/** The messages of HTTP statuses without a cause of their own. */
public final class StatusMessages {
    private StatusMessages() {}

    /** A sentence for that status; it never repeats anything of the request. */
    public static String of(int status) {
        return switch (status) {
            case 400 -> "The request line, a header or the framing of the body breaks the rules of HTTP.";
            case 404 -> "See GET / for what there is.";
            case 405 -> "The Allow header lists the methods that this address takes.";
            case 406 -> "Answers are application/json.";
            case 408 -> "The request stopped arriving, or arrived too slowly.";
            case 413 -> "Send less at a time.";
            case 414 -> "The whole request line and the headers must fit into 8 KiB.";
            case 415 -> "Send application/json or application/x-ndjson in UTF-8, as it is or packed with gzip.";
            case 431 -> "The whole request line and the headers must fit into 8 KiB.";
            case 503 -> "The server is starting, stopping, or has too much to do.";
            default ->
                status < 500
                        ? "The request cannot be served as it is."
                        : "Something unforeseen went wrong; the log has it under the trace id.";
        };
    }
}
