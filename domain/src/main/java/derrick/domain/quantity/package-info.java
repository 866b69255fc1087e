/**
 * Units of measure and their conversions. Part of the kernel that all features share.
 *
 * <p>Stored values are in the canonical unit of their channel; units occur only where values are imported or exported.
 * An unknown unit is an error and never guessed.
 *
 * <p>Quantities that are easily confused, such as measured and vertical depth, have types of their own, whose field
 * names the unit.
 */
package derrick.domain.quantity;
