package derrick.domain.simulation;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Simulates a rig; each sample is a second after the previous one. */
public final class RigSimulator {
    private static final double SECONDS_PER_HOUR = 3600;

    private final RigPlan plan;
    private final Formation formation;
    private final Driller driller;
    private final PackOff packOff = new PackOff();
    private final MudSystem mud;
    private final Annulus annulus = new Annulus();
    private final LwdTool tool;
    private final RandomDrift torqueDrift;
    private final RandomDrift densityDrift;
    private final Instruments instruments;
    private final FaultySensors faults;
    private Instant time;

    /** A reported record and the ground truth at its instant. */
    public record SimulatedSample(SensorRecord record, GroundTruth truth) {}

    /**
     * @param start the time of the first sample, to the microsecond
     * @param position the position of the rig at that time
     */
    public RigSimulator(RigPlan plan, Instant start, StringPosition position) {
        this.plan = plan;
        this.time = start;
        SeededRandom random = new SeededRandom(plan.seed() + start.getEpochSecond());
        formation = new Formation(plan.seed());
        driller = new Driller(new DrillingProgram(plan, random.split()), formation, position, random.split());
        mud = new MudSystem(position, driller.controls().flow());
        tool = new LwdTool(formation, position, random.split());
        torqueDrift = new RandomDrift(random.split(), 0.04, 8);
        densityDrift = new RandomDrift(random.split(), 0.004, 1800);
        instruments = new Instruments(random.split());
        faults = new FaultySensors(random.split());
    }

    /** Returns the time of the next sample. */
    public Instant time() {
        return time;
    }

    /** Advances by a second and returns the readings and the ground truth. */
    public SimulatedSample next() {
        double bitBefore = driller.position().bit();
        driller.work();
        double down = driller.position().bit() - bitBefore;
        packOff.advance(driller.instruction().hole(), driller.controls().flow());
        Map<Channel, Double> readings = instruments.read(actual(down));
        faults.apply(readings);
        SensorRecord record = SensorRecord.measured(plan.rig(), time, Readings.of(readings));
        time = time.plusSeconds(1);
        return new SimulatedSample(
                record, new GroundTruth(driller.instruction().activity(), packOff.level(), faults.currentFault()));
    }

    private Map<Channel, Double> actual(double down) {
        Map<Channel, Double> actual = new EnumMap<>(Channel.class);
        StringPosition position = driller.position();
        DrillerControls controls = driller.controls();
        addMachinery(position, controls, down, actual);
        addMud(position, controls, down, actual);
        tool.report(position, controls, actual);
        return actual;
    }

    private void addMachinery(
            StringPosition position, DrillerControls controls, double down, Map<Channel, Double> actual) {
        boolean inSlips = driller.instruction().activity() == RigActivity.IN_SLIPS;
        actual.put(Channel.DEPTH, position.hole());
        actual.put(Channel.BIT_DEPTH, position.bit());
        actual.put(Channel.BLOCK_POSITION, position.block());
        actual.put(Channel.WOB, controls.weightOnBit());
        actual.put(
                Channel.HOOK_LOAD,
                inSlips
                        ? DrillString.BLOCK_WEIGHT_T
                        : DrillString.hookLoad(position, -down, controls, packOff.level()));
        actual.put(Channel.RPM, controls.rotarySpeed());
        actual.put(Channel.TORQUE, DrillString.torque(position, controls, packOff.level()) * (1 + torqueDrift.next()));
        actual.put(Channel.ROP, driller.metresDrilled() * SECONDS_PER_HOUR);
    }

    private void addMud(StringPosition position, DrillerControls controls, double down, Map<Channel, Double> actual) {
        double flow = controls.flow();
        double metresDrilled = driller.metresDrilled();
        mud.flow(flow, metresDrilled, down, position, packOff.level());
        annulus.pump(flow, formation.rockAt(position.hole()), position, metresDrilled);
        actual.put(Channel.MUD_FLOW, flow);
        actual.put(Channel.MUD_FLOW_OUT, mud.flowOut());
        actual.put(Channel.MUD_PRESSURE, Hydraulics.pressure(position, controls, packOff.level()));
        actual.put(Channel.MUD_TEMPERATURE, mud.temperature());
        actual.put(Channel.MUD_DENSITY, Hydraulics.MUD_DENSITY_G_PER_CM3 + densityDrift.next());
        actual.put(Channel.PIT_VOLUME, mud.pitVolume());
        actual.put(Channel.TOTAL_GAS, annulus.gas());
    }
}
