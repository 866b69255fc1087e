package offenders.derrick.api.door;

import derrick.persistence.PersistenceModule;

/** The second door to persistence. */
record BackDoor(PersistenceModule persistence) {}
