/** The command line of Derrick: its commands, and the options, output and exit codes that they share. */
package derrick.ops;
