/** The start page of the API, which lists its resources. */
package derrick.api.index;
