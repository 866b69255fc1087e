/** Times as they come in and go out: RFC 3339, to the microsecond. Part of the kernel that all features share. */
package derrick.domain.time;
