/**
 * The rules of the house, held over the classes and sources of all modules. They live with the last module that is
 * built, since only then is everything there to be looked at. Each rule says why it is there, and each has an offender
 * below
 * {@code offenders} that breaks it and must be caught.
 */
package derrick.architecture;
