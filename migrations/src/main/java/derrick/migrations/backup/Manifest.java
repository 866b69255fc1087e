package derrick.migrations.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import derrick.migrations.backup.TableDefinition.QualifiedName;
import derrick.migrations.revision.Revision;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The manifest of a backup: a JSON file inside it.
 *
 * @param database the name of the database
 * @param revision the current revision; empty at base, or if no revision created the tables
 * @param taken the time of the snapshot, by the clock of the server
 * @param serverVersion the version of PostgreSQL, such as 18.0
 * @param sequences only of a backup by COPY
 * @param grants only of a backup by pg_dump; with COPY, the revisions create them
 * @param settings the settings of the database; with COPY, only those that Derrick creates
 * @param notKept differences to the schema of the revisions, which a backup by COPY does not save
 * @param dump empty for a backup by COPY
 */
public record Manifest(
        String database,
        Optional<Revision> revision,
        Instant taken,
        String serverVersion,
        List<TableContent> tables,
        List<SequencePosition> sequences,
        List<Grant> grants,
        List<Setting> settings,
        List<String> notKept,
        Optional<Dump> dump) {
    private static final String PRODUCT = "derrick";
    private static final int FORMAT = 3;

    /** Writes all properties and requires each of them on reading. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        grants = List.copyOf(grants);
        settings = List.copyOf(settings);
        notKept = List.copyOf(notKept);
    }

    /** Returns a manifest without content. */
    static Manifest empty(String database, Optional<Revision> revision, Instant taken, String serverVersion) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns the manifest with the content of a backup by COPY. */
    Manifest byCopy(
            List<TableContent> tableContents,
            List<SequencePosition> positions,
            List<Setting> managed,
            List<String> differences) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                tableContents,
                positions,
                List.of(),
                managed,
                differences,
                Optional.empty());
    }

    /** Returns the manifest with the content of a backup by pg_dump. */
    Manifest byDump(Dump newDump, List<TableContent> tableContents, List<Grant> allGrants, List<Setting> allSettings) {
        return new Manifest(
                database,
                revision,
                taken,
                serverVersion,
                tableContents,
                List.of(),
                allGrants,
                allSettings,
                List.of(),
                Optional.of(newDump));
    }

    /**
     * A file inside the backup.
     *
     * @param sha256 the hash of its content in hexadecimal digits
     */
    record Entry(String name, String sha256) {}

    /**
     * The rows of a table.
     *
     * @param rows the number of rows
     * @param entry empty if they are in the dump
     */
    record TableContent(TableDefinition definition, long rows, Optional<Entry> entry) {}

    /**
     * The position of a sequence.
     *
     * @param called the is_called flag of the sequence
     */
    record SequencePosition(QualifiedName name, long lastValue, boolean called) {}

    /**
     * A privilege of a role that does not own the object.
     *
     * @param object the object as GRANT names it; {@code DATABASE} alone means the database
     * @param privilege such as {@code SELECT}; empty if no other role has any
     * @param role empty for PUBLIC
     */
    record Grant(String object, Optional<String> privilege, Optional<String> role, boolean grantable) {}

    /**
     * A default setting of sessions in the database.
     *
     * @param role the role whose sessions have it; empty for all roles
     */
    record Setting(Optional<String> role, String name, String value) {
        boolean hasNameOf(Setting other) {
            return role.equals(other.role) && name.equals(other.name);
        }
    }

    /**
     * The file that pg_dump wrote.
     *
     * @param version the version of pg_dump, such as 15.18
     */
    record Dump(String version, Entry entry) {}

    /** Returns the method of the backup: {@code pg_dump 15.18} or {@code copy}. */
    public String method() {
        return dump.map(saved -> "pg_dump " + saved.version()).orElse("copy");
    }

    /** Returns the number of tables. */
    public int tableCount() {
        return tables.size();
    }

    /** Returns the number of rows in all tables. */
    public long rowCount() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }

    /**
     * The JSON document.
     *
     * @param format the version of the document; documents of other versions are rejected
     */
    private record Document(String product, int format, Manifest backup) {}

    /** Returns the JSON document. */
    byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(new Document(PRODUCT, FORMAT, this));
    }

    /**
     * Reads a JSON document.
     *
     * @throws BackupUnreadable if it is not a manifest of this format; the message is a clause without the file name
     */
    static Manifest fromJson(byte[] document) throws IOException {
        try {
            JsonNode json = JSON.readTree(document);
            if (!json.path("product").asText().equals(PRODUCT)) {
                throw new BackupUnreadable("was not made by derrick");
            }
            int format = json.path("format").asInt();
            if (format != FORMAT) {
                throw new BackupUnreadable(
                        "was made by %s version of derrick (backup format %d, not %d); restore it with that version"
                                .formatted(format < FORMAT ? "an earlier" : "a later", format, FORMAT));
            }
            return JSON.treeToValue(json, Document.class).backup();
        } catch (JsonProcessingException malformed) {
            throw new BackupUnreadable("is not a backup: its manifest cannot be read", malformed);
        }
    }
}
