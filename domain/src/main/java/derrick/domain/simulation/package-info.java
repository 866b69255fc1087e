/**
 * A simulated drilling rig, which drills, makes connections, trips and has pack-offs and sensor faults. Once a second
 * it reports a sensor record, together with the ground truth.
 *
 * <p>The {@code DrillingProgram} plans {@code DrillerInstruction}s: drill a stand down, ream, set the slips, pull out
 * to the shoe. The {@code Driller} carries them out: it moves the block and the bit ({@link
 * derrick.domain.simulation.StringPosition}) and sets the pumps and the rotary ({@code DrillerControls}). The readings
 * follow from that: the rate of penetration and the log values from the {@code Formation}, hook load and torque from
 * the {@code DrillString}, the standpipe pressure from {@code Hydraulics}, flow out, pit volume and temperature from
 * the {@code MudSystem}, gas from the {@code Annulus}. {@code Instruments} add noise, and {@code FaultySensors} faults.
 *
 * <p>{@link derrick.domain.simulation.RigSimulator} combines these. The same plan, start and position give the same
 * records to the last digit on every machine: all random numbers come from {@code SeededRandom}, and functions whose
 * rounding is not specified from {@link StrictMath}.
 */
package derrick.domain.simulation;
