/**
 * What any port may answer instead of doing what it was asked: that whatever keeps the platform's data cannot be had.
 * Part of the kernel that all features share, since it can happen to each of them and means the same to each caller.
 */
package derrick.domain.store;
