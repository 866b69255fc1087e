/** Real databases for the tests of all modules: one server for each JVM, one fresh database for each test class. */
package derrick.migrations.testing;
