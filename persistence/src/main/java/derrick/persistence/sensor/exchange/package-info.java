/**
 * The documents of sensor records, byte by byte: JSON by Jackson's streaming parser, CSV by FastCSV. What the fields
 * and columns mean is said in the domain; here only the syntax is known, and what is no such document is refused.
 */
package derrick.persistence.sensor.exchange;
