/**
 * The file formats of sensor records: JSON with Jackson's streaming parser, CSV with FastCSV. The meaning of fields and
 * columns is defined in the domain; this package knows only the syntax and refuses malformed documents.
 */
package derrick.persistence.sensor.exchange;
