/**
 * The Guice modules that bind the domain's ports to their adapters and create the use cases. The HTTP server and the
 * command line both use them. A subpackage holds the adapters of one domain package, each named after its technology.
 */
package derrick.persistence;
