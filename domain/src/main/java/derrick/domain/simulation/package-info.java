/**
 * A drilling rig that is not there: it drills, makes connections, trips and gets into trouble, and reports once a
 * second what a real one would, together with what was really going on.
 *
 * <p>The {@code DrillingProgram} tells the driller what to do next, as {@code Order}s: drill the stand down, ream, set
 * the slips, pull to the shoe. The {@code Driller} carries them out: the block moves and takes the bit along ({@code
 * Position}), pumps and rotary follow their {@code Controls}. Everything else follows from that: the {@code Formation}
 * decides how fast the hole grows and what the tool behind the bit reads, the {@code DrillString} what hangs on the
 * hook and how hard it turns, {@code Hydraulics} what stands in the pipe, the {@code MudSystem} what comes back. {@code
 * Instruments} read all this with their noise, and {@code FaultySensors} spoil some of it.
 *
 * <p>{@link derrick.domain.simulation.RigSimulator} is the whole rig. The same plan, start and position give the same
 * records to the last digit, on every machine and every JDK: {@code Dice} are the only chance in here, and what a
 * machine may round as it likes is asked of {@link StrictMath}.
 */
package derrick.domain.simulation;
