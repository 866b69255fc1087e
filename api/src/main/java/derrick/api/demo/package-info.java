/** The demonstration: simulated rigs that report to the API over HTTP, as real ones do. */
package derrick.api.demo;
