package offenders.derrick.ops.door;

import derrick.persistence.PersistenceModule;

/** The second door to persistence. */
record BackDoor(PersistenceModule persistence) {}
