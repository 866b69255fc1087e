/**
 * JSON documents of any shape, such as the details of a log entry or the metadata of a change request. Part of the
 * kernel that all features share. The adapters parse and write the text.
 */
package derrick.domain.document;
