package derrick.domain.sensor;

/** The numbers of rows of a document, by outcome. */
public record IngestCounts(long stored, long duplicates, long conflicts, long rejected) {
    public static final IngestCounts NONE = new IngestCounts(0, 0, 0, 0);

    /** Returns the number of all rows. */
    public long received() {
        return stored + duplicates + conflicts + rejected;
    }

    IngestCounts plus(IngestOutcome outcome) {
        return switch (outcome) {
            case STORED -> new IngestCounts(stored + 1, duplicates, conflicts, rejected);
            case DUPLICATE -> new IngestCounts(stored, duplicates + 1, conflicts, rejected);
            case CONFLICT -> new IngestCounts(stored, duplicates, conflicts + 1, rejected);
        };
    }

    IngestCounts plusRejected() {
        return new IngestCounts(stored, duplicates, conflicts, rejected + 1);
    }
}
