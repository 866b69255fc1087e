/**
 * The architecture rules, tested with the classes and sources of all modules. They are in the module that is built
 * last, since its tests find the others compiled. Each clause of a rule has a reason, and offenders: sources that break
 * it, which it must reject.
 */
package derrick.architecture;
