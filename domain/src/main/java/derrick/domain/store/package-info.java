/**
 * What any port may answer instead of doing what it was asked: that whatever keeps the platform's data cannot be had,
 * or that a rule of its own forbids it; and {@link derrick.domain.store.Transactions}, which make the writes of several
 * ports one. Part of the kernel that all features share, since it means the same to each of them.
 */
package derrick.domain.store;
