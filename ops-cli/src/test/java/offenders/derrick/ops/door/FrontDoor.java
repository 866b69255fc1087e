package offenders.derrick.ops.door;

import derrick.persistence.PersistenceModule;

/** The first door to persistence. */
record FrontDoor(PersistenceModule persistence) {}
