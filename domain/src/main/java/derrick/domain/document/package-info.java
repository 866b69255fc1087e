/**
 * Documents of which the platform does not know what they hold: what a service adds to its log line, what somebody
 * notes beside a request. Part of the kernel that all features share. Text becomes a document, and a document text, at
 * the borders.
 */
package derrick.domain.document;
