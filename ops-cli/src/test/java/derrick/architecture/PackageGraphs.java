package derrick.architecture;

import java.util.List;

/**
 * The packages of each module with those that they use, from the ones that use nothing to the ones that use most. A new
 * edge is added here on purpose; one that no class has any more is removed.
 */
final class PackageGraphs {
    static final PackageGraph DOMAIN = PackageGraph.parse("derrick.domain", """
            failure:
            field:
            quantity:
            rig:
            store:
            time:
            document: field
            page: field
            account: failure field page store time
            change: account document failure field page rig time
            systemlog: account document field page time
            sensor: quantity rig sensor.exchange store
            sensor.exchange: quantity rig sensor time
            sensor.exchange.table: quantity rig sensor sensor.exchange time
            simulation: rig sensor
            prediction: document failure field page rig sensor time
            reconciliation: document failure field page rig sensor time
            maintenance: failure field page quantity reconciliation rig time
            well.trajectory: field quantity
            well: document failure field page quantity rig time well.trajectory
            """);

    static final PackageGraph PERSISTENCE = PackageGraph.parse("derrick.persistence", """
            sensor.exchange:
            store:
            account: store
            change: store
            maintenance: store
            prediction: store
            reconciliation: store
            sensor: store
            systemlog: store
            well: store
            .: account change maintenance prediction reconciliation sensor sensor.exchange store systemlog well
            """);

    static final PackageGraph MIGRATIONS = PackageGraph.parse("derrick.migrations", """
            .:
            diff.plan:
            postgres.socket:
            sql:
            postgres.embedded: postgres.socket
            revision: sql
            sql.ddl: sql
            catalog: revision
            lint: revision sql sql.ddl
            postgres: postgres.embedded postgres.socket
            run.loss: postgres revision sql sql.ddl
            catalog.reader: catalog postgres
            diff.ddl: catalog diff.plan sql sql.ddl
            run.plan: revision run.loss sql
            diff.change: catalog diff.ddl diff.plan lint revision sql
            run: postgres revision run.plan sql
            scratch: catalog catalog.reader postgres revision run sql
            adopt: catalog catalog.reader revision run scratch
            backup: catalog catalog.reader postgres postgres.embedded revision run run.loss run.plan scratch sql
            diff: catalog catalog.reader diff.change diff.ddl diff.plan lint revision run scratch sql
            verify: catalog catalog.reader postgres revision run scratch sql
            """);

    static final PackageGraph API = PackageGraph.parse("derrick.api", """
            database:
            index:
            json:
            logs:
            problem:
            query: problem
            http: problem
            sensor: http problem query
            demo: json sensor
            .: database demo http index json logs problem sensor
            """);

    static final PackageGraph OPS_CLI = PackageGraph.parse("derrick.ops", """
            .: backup revision schema sensor
            backup: .
            revision: . backup
            schema: .
            sensor: .
            """);

    static final List<PackageGraph> ALL = List.of(DOMAIN, PERSISTENCE, MIGRATIONS, API, OPS_CLI);

    /**
     * The packages that use themselves through others: {@code SensorIngest} uses the port that reads a file, whose rows
     * are sensor records; the root of ops-cli has both the list of the commands and what they share.
     */
    static final List<String> ON_CYCLES = List.of(
            "derrick.domain sensor",
            "derrick.domain sensor.exchange",
            "derrick.ops .",
            "derrick.ops backup",
            "derrick.ops revision",
            "derrick.ops schema",
            "derrick.ops sensor");

    private PackageGraphs() {}
}
