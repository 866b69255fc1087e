/**
 * The container around the API: where it listens, whom it serves, what every answer carries and how large a request may
 * be. Until there is a login it serves this machine alone, and says no to web pages that try to use a browser as a
 * door.
 */
package derrick.api.http;
