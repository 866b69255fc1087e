/** Logging: all entries go to a file, warnings and errors also to the terminal. */
package derrick.api.logs;
