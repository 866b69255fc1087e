/**
 * The adapters of the domain's ports, each named by its technology, and the Guice wiring that both drivers share: what
 * runs over HTTP and what runs on the command line are put together here, once.
 */
package derrick.persistence;
