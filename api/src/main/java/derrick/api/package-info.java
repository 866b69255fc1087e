/** The platform over HTTP: one package a feature, and what every answer has in common. */
package derrick.api;
