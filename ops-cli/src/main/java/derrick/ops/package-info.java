/** The platform on the command line, for the people who run it. */
package derrick.ops;
