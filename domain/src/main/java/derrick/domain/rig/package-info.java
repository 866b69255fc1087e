/** The names of rigs, which nearly every record refers to. Part of the kernel that all features share. */
package derrick.domain.rig;
