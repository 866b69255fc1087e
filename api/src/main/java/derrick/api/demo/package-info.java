/** The demo: simulated rigs that send their records to the API over HTTP, as real ones do. */
package derrick.api.demo;
