/** Classes that break a rule of the house on purpose, so that the rule is seen to catch them. */
package offenders.derrick.domain.framework;
