/**
 * The one way to read a long list: a {@link derrick.domain.page.Page} at a time, each going on behind the {@link
 * derrick.domain.page.PageCursor} of the last entry read. However long the list, a page costs the same, and entries
 * that come in meanwhile are neither skipped nor read twice. Part of the kernel that all features share.
 */
package derrick.domain.page;
