package derrick.migrations.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import derrick.migrations.revision.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The manifest as it stands in the file. */
final class ManifestJson {
    private static final String PRODUCT = "derrick";
    private static final int FORMAT = 2;

    private ManifestJson() {}

    static void write(Manifest manifest, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("product", PRODUCT);
            json.writeNumberField("format", FORMAT);
            json.writeStringField("database", manifest.database());
            json.writeStringField(
                    "revision", manifest.revision().map(Revision::name).orElse(null));
            json.writeStringField("taken", manifest.taken().toString());
            json.writeStringField("server_version", manifest.serverVersion());
            if (manifest.dump().isPresent()) {
                SavedDump dump = manifest.dump().get();
                json.writeObjectFieldStart("pg_dump");
                json.writeStringField("version", dump.version());
                write(dump.file(), json);
                json.writeEndObject();
            }
            json.writeArrayFieldStart("tables");
            for (SavedTable table : manifest.tables()) {
                write(table, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sequences");
            for (SavedSequence sequence : manifest.sequences()) {
                json.writeStartObject();
                write(sequence.name(), json);
                json.writeNumberField("last_value", sequence.lastValue());
                json.writeBooleanField("called", sequence.called());
                json.writeEndObject();
            }
            json.writeEndArray();
            writeObjects(manifest, json);
            writeHousehold(manifest, json);
            json.writeEndObject();
        }
    }

    private static void writeObjects(Manifest manifest, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("objects");
        for (SavedObject object : manifest.objects()) {
            json.writeStartObject();
            json.writeStringField("kind", object.kind().word());
            json.writeStringField("name", object.name());
            json.writeStringField("definition", object.definition());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("left_out");
        for (String name : manifest.leftOut()) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeHousehold(Manifest manifest, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rights");
        for (SavedRight right : manifest.rights()) {
            json.writeStartObject();
            json.writeStringField("object", right.object());
            json.writeStringField("privilege", right.privilege().orElse(null));
            json.writeStringField("role", right.role().orElse(null));
            json.writeBooleanField("grantable", right.grantable());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("settings");
        for (SavedSetting setting : manifest.settings()) {
            json.writeStartObject();
            json.writeStringField("role", setting.role().orElse(null));
            json.writeStringField("name", setting.name());
            json.writeStringField("value", setting.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(SavedTable table, JsonGenerator json) throws IOException {
        json.writeStartObject();
        write(table.shape().name(), json);
        json.writeNumberField("rows", table.rows());
        if (table.file().isPresent()) {
            write(table.file().get(), json);
        }
        json.writeArrayFieldStart("columns");
        for (TableShape.Column column : table.shape().columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("partition_key", table.shape().partitionKey().orElse(null));
        json.writeArrayFieldStart("partitions");
        for (TableShape.Partition partition : table.shape().partitions()) {
            json.writeStartObject();
            write(partition.name(), json);
            json.writeStringField("parent_schema", partition.parent().schema());
            json.writeStringField("parent", partition.parent().name());
            json.writeStringField("bounds", partition.bounds());
            json.writeStringField("partition_key", partition.partitionKey().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(QualifiedName name, JsonGenerator json) throws IOException {
        json.writeStringField("schema", name.schema());
        json.writeStringField("name", name.name());
    }

    private static void write(SavedFile file, JsonGenerator json) throws IOException {
        json.writeStringField("file", file.entry());
        json.writeStringField("sha256", file.sha256());
    }

    /**
     * Reads a manifest.
     *
     * @throws MalformedManifest if it is none that this version can read
     */
    static Manifest read(JsonFields fields) {
        if (!fields.text("product").equals(PRODUCT)) {
            throw new MalformedManifest("it is a backup of something else");
        }
        if (fields.number("format") != FORMAT) {
            throw new MalformedManifest("its format is %d, and this version of derrick reads format %d"
                    .formatted(fields.number("format"), FORMAT));
        }
        return new Manifest(
                fields.text("database"),
                fields.find("revision").map(ManifestJson::revision),
                Instant.parse(fields.text("taken")),
                fields.text("server_version"),
                fields.list("tables").stream().map(ManifestJson::table).toList(),
                fields.list("sequences").stream()
                        .map(sequence -> new SavedSequence(
                                name(sequence), sequence.number("last_value"), sequence.flag("called")))
                        .toList(),
                fields.list("objects").stream()
                        .map(object -> new SavedObject(
                                ObjectKind.of(object.text("kind")), object.text("name"), object.text("definition")))
                        .toList(),
                fields.list("left_out").stream().map(each -> each.text("name")).toList(),
                fields.list("rights").stream()
                        .map(right -> new SavedRight(
                                right.text("object"),
                                right.find("privilege"),
                                right.find("role"),
                                right.flag("grantable")))
                        .toList(),
                fields.list("settings").stream()
                        .map(setting ->
                                new SavedSetting(setting.find("role"), setting.text("name"), setting.text("value")))
                        .toList(),
                fields.object("pg_dump").map(dump -> new SavedDump(dump.text("version"), file(dump))));
    }

    private static Revision revision(String name) {
        int mark = name.indexOf('_');
        return new Revision(Integer.parseInt(name.substring(0, mark)), name.substring(mark + 1));
    }

    private static SavedTable table(JsonFields table) {
        List<TableShape.Column> columns = table.list("columns").stream()
                .map(column -> new TableShape.Column(column.text("name"), column.text("type")))
                .toList();
        List<TableShape.Partition> partitions = table.list("partitions").stream()
                .map(part -> new TableShape.Partition(
                        name(part),
                        new QualifiedName(part.text("parent_schema"), part.text("parent")),
                        part.text("bounds"),
                        part.find("partition_key")))
                .toList();
        return new SavedTable(
                new TableShape(name(table), columns, table.find("partition_key"), partitions),
                table.number("rows"),
                table.find("file").isPresent() ? Optional.of(file(table)) : Optional.empty());
    }

    private static QualifiedName name(JsonFields fields) {
        return new QualifiedName(fields.text("schema"), fields.text("name"));
    }

    private static SavedFile file(JsonFields fields) {
        return new SavedFile(fields.text("file"), fields.text("sha256"));
    }
}
