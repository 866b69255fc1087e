/**
 * Plans the steps from one catalog to another, one class for each kind of object: tables, columns, types, constraints,
 * indexes, views and the rest. Where PostgreSQL refuses to alter an object that others depend on, {@link
 * DependentRebuild} drops the dependent objects first and creates them again.
 */
package derrick.migrations.diff.change;
