/**
 * Checks of the fields that many records have: texts of a maximal length, times to the microsecond. Part of the kernel
 * that all features share. An invalid field is reported as {@link derrick.domain.field.InvalidField}, with its name and
 * what is valid.
 */
package derrick.domain.field;
