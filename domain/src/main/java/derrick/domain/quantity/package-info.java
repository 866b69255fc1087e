/**
 * Units of measure and the way from one to another. Part of the kernel that all features share.
 *
 * <p>A number on the platform is always in its channel's canonical unit; a unit is named only where numbers come in or
 * go out. A unit that is not in the catalogue is an error, never a guess.
 *
 * <p>What is easily mixed up, as one depth with another, is a type of its own, and its field names the unit.
 */
package derrick.domain.quantity;
