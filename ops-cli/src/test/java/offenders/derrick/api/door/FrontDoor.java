package offenders.derrick.api.door;

import derrick.persistence.PersistenceModule;

/** The first door to persistence. */
record FrontDoor(PersistenceModule persistence) {}
