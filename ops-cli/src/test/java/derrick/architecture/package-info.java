/**
 * The rules of the house, tested over the classes and sources of all modules. They are in the last module that is
 * built, since its tests find the others compiled. Each clause of a rule has its reason, and offenders: sources that
 * break it and must be caught.
 */
package derrick.architecture;
