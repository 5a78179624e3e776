package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.FaultSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, once it is mended the hosted cluster is well again, by itself. */
class RecoveryTest {
    private static final String CONTROL_PLANE = "clusters-demo";
    private static final int FAULTS = 8;

    private static final List<Function<Random, Fault>> KINDS = List.of(
            random -> new Fault.NodeLost("management-" + random.nextInt(6)),
            random -> new Fault.ZoneLost("zone-" + (char) ('a' + random.nextInt(3))),
            random -> new Fault.ManagementControlPlaneLost(),
            random -> new Fault.EtcdMemberDown(CONTROL_PLANE, random.nextInt(3)),
            random -> new Fault.ContainersFail(
                    CONTROL_PLANE, random.nextBoolean() ? "kube-apiserver-" : "", ContainerFailure.CRASH, ""),
            random -> new Fault.ApiServerUnreachable(CONTROL_PLANE),
            random -> new Fault.WritesConflict("", random.nextBoolean() ? "Deployment" : "HostedControlPlane"),
            random -> new Fault.WatchesSilent(random.nextBoolean() ? "Pod" : "ReplicaSet"));

    private static FaultSchedule schedule(Random random) {
        FaultSchedule schedule = FaultSchedule.EMPTY;
        for (int i = 0; i < FAULTS; i++) {
            Duration from = Duration.ofSeconds(random.nextInt(3600));
            Duration until = from.plusSeconds(1 + random.nextInt(1200));
            schedule = schedule.during(
                    from, until, KINDS.get(random.nextInt(KINDS.size())).apply(random));
        }
        return schedule;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_hosted_cluster_recovers_from_any_faults_that_are_mended(long seed) {
        FaultSchedule schedule = schedule(new Random(seed));
        try (Cluster cluster = new Cluster(Simulator.builder().seed(seed))) {
            cluster.createHostedCluster("demo");
            cluster.simulator.advance(Duration.ofMinutes(10));
            cluster.simulator.play(schedule);
            cluster.simulator.advance(Duration.ofMinutes(85));
            assertThat(cluster.simulator.runUntil(() -> isWell(cluster), Duration.ofMinutes(60)))
                    .as(() -> schedule + "\n"
                            + cluster.get("HostedCluster", "clusters", "demo").array("status", "conditions"))
                    .isTrue();
            assertThat(cluster.simulator.guest("clusters", "demo")).isPresent();
            assertThat(cluster.list("Pod", CONTROL_PLANE)).allMatch(PodTemplates::ready);
        }
    }

    private static boolean isWell(Cluster cluster) {
        JsonObject hosted = cluster.get("HostedCluster", "clusters", "demo");
        return "True".equals(Cluster.condition(hosted, "Available").text("status"))
                && "False".equals(Cluster.condition(hosted, "Degraded").text("status"))
                && cluster.list("Pod", CONTROL_PLANE).stream().allMatch(PodTemplates::ready);
    }
}
