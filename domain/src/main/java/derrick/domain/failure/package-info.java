/** The failures that every feature shares: a thing is not found, exists already, or cannot change as asked. */
package derrick.domain.failure;
