/**
 * What every port of the database may throw, and {@link derrick.domain.store.Transactions}, which joins the writes of
 * several ports. Part of the kernel that all features share.
 */
package derrick.domain.store;
