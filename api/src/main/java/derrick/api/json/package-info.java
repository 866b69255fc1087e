/** The JSON format of responses. Request documents are read by the readers that the domain's ports define. */
package derrick.api.json;
