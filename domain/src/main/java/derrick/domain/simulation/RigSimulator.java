package derrick.domain.simulation;

import derrick.domain.sensor.Channel;
import derrick.domain.sensor.Readings;
import derrick.domain.sensor.SensorRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A rig that works for as long as it is asked for samples, each a second of its time after the one before. */
public final class RigSimulator {
    private static final double SECONDS_PER_HOUR = 3600;

    private final RigPlan plan;
    private final Formation formation;
    private final Driller driller;
    private final PackOff packOff = new PackOff();
    private final MudSystem mud;
    private final Annulus annulus = new Annulus();
    private final LwdTool tool;
    private final RandomDrift grip;
    private final RandomDrift mixing;
    private final Instruments instruments;
    private final FaultySensors sensors;
    private Instant time;

    /**
     * @param start time of the first sample, to the microsecond
     * @param position where the rig stands then
     */
    public RigSimulator(RigPlan plan, Instant start, StringPosition position) {
        this.plan = plan;
        this.time = start;
        SeededRandom random = new SeededRandom(plan.seed() + start.getEpochSecond());
        formation = new Formation(plan.seed());
        driller = new Driller(new DrillingProgram(plan, random.another()), formation, position, random.another());
        mud = new MudSystem(position, driller.controls().flow());
        tool = new LwdTool(formation, position, random.another());
        grip = new RandomDrift(random.another(), 0.04, 8);
        mixing = new RandomDrift(random.another(), 0.004, 1800);
        instruments = new Instruments(random.another());
        sensors = new FaultySensors(random.another());
    }

    /** The time that the next sample will have. */
    public Instant time() {
        return time;
    }

    /** Works for a second and says how that looks from the driller's chair, and what really went on. */
    public SimulatedSample next() {
        double bitBefore = driller.position().bit();
        driller.work();
        double down = driller.position().bit() - bitBefore;
        packOff.develop(driller.order().hole(), driller.controls().flow());
        Map<Channel, Double> shown = instruments.read(actual(down));
        sensors.spoil(shown);
        SensorRecord record = SensorRecord.measured(plan.rig(), time, Readings.of(shown));
        time = time.plusSeconds(1);
        return new SimulatedSample(
                record, new GroundTruth(driller.order().activity(), packOff.share(), sensors.inForce()));
    }

    private Map<Channel, Double> actual(double down) {
        Map<Channel, Double> actual = new EnumMap<>(Channel.class);
        StringPosition position = driller.position();
        DrillerControls controls = driller.controls();
        reportMachines(position, controls, down, actual);
        reportMud(position, controls, down, actual);
        tool.report(position, controls, actual);
        return actual;
    }

    private void reportMachines(
            StringPosition position, DrillerControls controls, double down, Map<Channel, Double> actual) {
        boolean inSlips = driller.order().activity() == RigActivity.IN_SLIPS;
        actual.put(Channel.DEPTH, position.hole());
        actual.put(Channel.BIT_DEPTH, position.bit());
        actual.put(Channel.BLOCK_POSITION, position.block());
        actual.put(Channel.WOB, controls.weightOnBit());
        actual.put(
                Channel.HOOK_LOAD,
                inSlips
                        ? DrillString.BLOCK_WEIGHT_T
                        : DrillString.hookLoad(position, -down, controls, packOff.share()));
        actual.put(Channel.RPM, controls.rotarySpeed());
        actual.put(Channel.TORQUE, DrillString.torque(position, controls, packOff.share()) * (1 + grip.next()));
        actual.put(Channel.ROP, driller.metresDrilled() * SECONDS_PER_HOUR);
    }

    private void reportMud(
            StringPosition position, DrillerControls controls, double down, Map<Channel, Double> actual) {
        double flow = controls.flow();
        double metresDrilled = driller.metresDrilled();
        mud.flow(flow, metresDrilled, down, position, packOff.share());
        annulus.pump(flow, formation.rockAt(position.hole()), position, metresDrilled);
        actual.put(Channel.MUD_FLOW, flow);
        actual.put(Channel.MUD_FLOW_OUT, mud.flowOut());
        actual.put(Channel.MUD_PRESSURE, Hydraulics.pressure(position, controls, packOff.share()));
        actual.put(Channel.MUD_TEMPERATURE, mud.temperature());
        actual.put(Channel.MUD_DENSITY, Hydraulics.MUD_DENSITY_G_PER_CM3 + mixing.next());
        actual.put(Channel.PIT_VOLUME, mud.pitVolume());
        actual.put(Channel.TOTAL_GAS, annulus.gas());
    }
}
