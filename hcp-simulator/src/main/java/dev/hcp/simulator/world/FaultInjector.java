package dev.hcp.simulator.world;

import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.FaultSchedule;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Hearing;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.kernel.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Injects faults and mends them: at once, or when a schedule says so. Keys are numbers of scheduled steps. */
public final class FaultInjector implements Actor<Integer> {
    private final Adversities adversities;
    private final Kernel kernel;
    private final List<FaultSchedule.Step> steps = new ArrayList<>();
    private @Nullable ActorContext<Integer> context;
    private Runnable away = () -> {};

    FaultInjector(Adversities adversities, Kernel kernel) {
        this.adversities = adversities;
        this.kernel = kernel;
    }

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public boolean needsManagementApi() {
        return false;
    }

    @Override
    public void start(ActorContext<Integer> started) {
        context = started;
    }

    /** Breaks something. */
    public void inject(Fault fault) {
        kernel.command("inject " + fault, () -> {
            adversities.inject(fault);
            obey();
            return fault;
        });
    }

    /** Makes it whole. */
    public void mend(Fault fault) {
        kernel.command("mend " + fault, () -> {
            adversities.mend(fault);
            obey();
            return fault;
        });
    }

    /** Plays a schedule from now on. */
    public void play(FaultSchedule schedule) {
        kernel.command("play " + schedule.toString().replace("\n", ", "), () -> {
            for (FaultSchedule.Step step : schedule.steps()) {
                steps.add(step);
                Objects.requireNonNull(context).enqueueAfter(steps.size() - 1, step.at());
            }
            return schedule;
        });
    }

    @Override
    public Turn act(Integer number, ActorContext<Integer> now) {
        FaultSchedule.Step step = steps.get(number);
        if (step.mends()) {
            adversities.mend(step.fault());
        } else {
            adversities.inject(step.fault());
        }
        now.note(step.fault().toString(), step.mends() ? "mended" : "injected");
        obey();
        return Turn.done();
    }

    /** Lets those act and hear who can, and try again what failed. */
    private void obey() {
        kernel.disturbed();
        if (hearsWell()) {
            kernel.hearWell();
        } else {
            kernel.hear(this::hearing);
        }
        if (isManagementApiUp()) {
            kernel.resume();
        } else {
            kernel.suspend();
            away.run();
        }
    }

    private boolean hearsWell() {
        return !adversities.any(Fault.WatchesSilent.class)
                && !adversities.any(Fault.WatchesLate.class)
                && !adversities.any(Fault.WatchesRepeat.class);
    }

    private Hearing hearing(String kind) {
        int late = adversities.all(Fault.WatchesLate.class).stream()
                .filter(fault -> Adversities.selects(fault.kind(), kind))
                .mapToInt(Fault.WatchesLate::seconds)
                .max()
                .orElse(0);
        return new Hearing(
                adversities
                        .find(Fault.WatchesSilent.class, fault -> fault.kind().equals(kind))
                        .isPresent(),
                Duration.ofSeconds(late),
                adversities
                        .find(Fault.WatchesRepeat.class, fault -> Adversities.selects(fault.kind(), kind))
                        .isPresent());
    }

    /** Calls back whenever a fault has come or gone and the management cluster's API server does not answer. */
    public void whileManagementApiIsAway(Runnable callback) {
        away = callback;
    }

    /** Whether the management cluster's API server answers. */
    public boolean isManagementApiUp() {
        return !adversities.any(Fault.ManagementControlPlaneLost.class)
                && !adversities.any(Fault.ManagementClusterLost.class);
    }
}
