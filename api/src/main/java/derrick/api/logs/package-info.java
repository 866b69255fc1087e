/** Where the log goes: all of it to a file, what needs attention to the terminal. */
package derrick.api.logs;
