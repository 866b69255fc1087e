/** What tests of every module need and no product does. */
package derrick.domain.testing;
