/**
 * The HTTP server: its ports, the requests that it accepts, the headers of its responses and the limits of a request.
 * There is no login yet, so it listens on the loopback address only and rejects requests of web pages.
 */
package derrick.api.http;
