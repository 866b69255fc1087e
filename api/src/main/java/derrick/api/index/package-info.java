/** The front page: what this server is and where to go from here. */
package derrick.api.index;
