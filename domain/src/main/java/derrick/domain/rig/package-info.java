/** Rigs: what every record on the platform belongs to. Part of the kernel that all features share. */
package derrick.domain.rig;
