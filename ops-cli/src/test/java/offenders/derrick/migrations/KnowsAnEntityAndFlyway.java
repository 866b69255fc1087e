package offenders.derrick.migrations;

import derrick.domain.rig.RigId;
import org.flywaydb.core.api.MigrationVersion;

/** A migration that knows an entity, and Flyway outside its package. */
record KnowsAnEntityAndFlyway(RigId rig, MigrationVersion version) {}
