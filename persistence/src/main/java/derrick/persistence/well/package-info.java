/** Stores wells and drilling in the tables {@code well_profiles} and {@code drilling_sessions}. */
package derrick.persistence.well;
