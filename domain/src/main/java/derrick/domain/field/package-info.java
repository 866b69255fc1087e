/**
 * What the fields of an entity have to be, whichever entity it is: texts of a length, times to the microsecond. Part of
 * the kernel that all features share. A field that is not right is an {@link derrick.domain.field.InvalidField}, which
 * names it and says what would be right.
 */
package derrick.domain.field;
