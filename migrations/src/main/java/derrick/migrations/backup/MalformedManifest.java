package derrick.migrations.backup;

/** What should be a manifest is none, or not one that this version can read. */
final class MalformedManifest extends RuntimeException {
    MalformedManifest(String reason) {
        super(reason);
    }
}
