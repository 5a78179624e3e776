package dev.hcp.simulator.faults;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which faults are injected and mended when, in virtual time from the moment it is played. Immutable: each method returns
 * a longer copy. Equal schedules on equal simulations give equal histories.
 *
 * @param steps in the order of their times
 */
public record FaultSchedule(List<Step> steps) {
    /** Nothing goes wrong. */
    public static final FaultSchedule EMPTY = new FaultSchedule(List.of());

    /**
     * One step.
     *
     * @param at how long after the beginning
     * @param mends whether the fault is mended rather than injected
     */
    public record Step(Duration at, boolean mends, Fault fault) {
        /** Such as {@code PT5M inject NodeLost[node=management-0]}. */
        @Override
        public String toString() {
            return at + (mends ? " mend " : " inject ") + fault;
        }
    }

    /** Puts the steps in order. */
    public FaultSchedule {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        if (!steps.isEmpty() && steps.get(0).at().isNegative()) {
            throw new HcpException("faults come after the beginning; got " + steps.get(0));
        }
    }

    /** Also injects a fault, for good. */
    public FaultSchedule inject(Duration at, Fault fault) {
        return with(new Step(at, false, fault));
    }

    /** Also mends a fault that was injected before. */
    public FaultSchedule mend(Duration at, Fault fault) {
        return with(new Step(at, true, fault));
    }

    /** Also injects a fault and mends it. */
    public FaultSchedule during(Duration from, Duration until, Fault fault) {
        return inject(from, fault).mend(until, fault);
    }

    private FaultSchedule with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new FaultSchedule(more);
    }

    /** The schedule as JSON: one object per step. */
    public JsonArray toJson() {
        return JsonArray.copyOf(steps.stream()
                .map(step -> step.fault()
                        .toJson()
                        .with("at", step.at().toString())
                        .with("action", step.mends() ? "mend" : "inject"))
                .toList());
    }

    /** Reads what {@link #toJson()} wrote. */
    public static FaultSchedule fromJson(JsonArray json) {
        List<Step> read = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            JsonObject step = json.object(i);
            read.add(new Step(
                    Duration.parse(String.valueOf(step.text("at"))),
                    "mend".equals(step.text("action")),
                    Fault.fromJson(step)));
        }
        return new FaultSchedule(read);
    }

    /** One line per step. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
    }
}
