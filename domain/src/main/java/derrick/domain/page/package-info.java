/**
 * Reads a long list page by page: each {@link derrick.domain.page.Page} continues after the {@link
 * derrick.domain.page.PageCursor} of the last entry read. Each page costs the same, and entries added meanwhile are
 * neither skipped nor repeated. Part of the kernel that all features share.
 */
package derrick.domain.page;
