/** Reads and writes times, in RFC 3339 and other formats, to the microsecond. Part of the kernel of all features. */
package derrick.domain.time;
