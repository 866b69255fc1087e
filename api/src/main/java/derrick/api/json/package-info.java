/** How the API writes JSON. What it reads of rigs goes through the readers of the domain's ports instead. */
package derrick.api.json;
