package dev.hcp.simulator.world;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes {@code docs/rollouts.md}: each section is a run of the simulator. */
final class RolloutsDocument {
    /** The tests run in the module's directory or in the one of the whole. */
    static final Path PAGE = Path.of(Files.exists(Path.of("docs")) ? "" : "..").resolve("docs/rollouts.md");

    private static final int WIDTH = 125;

    private static final String HEAD = """
            # Rollouts

            What becomes of the machines of a node pool, for every kind of change, as the simulator plays it with its typical
            timings on KubeVirt. `RolloutsDocumentTest` plays all of it again and keeps the page to it; this writes it anew:

            ```
            mvn -q -pl hcp-simulator -am test -Dtest=RolloutsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dhcp.docs.write=true
            ```

            Machines are numbered as they are made. *Old* and *new* count the machines by whether they are what the pool wants;
            *ready* counts the nodes that are ready and take pods. Times are hours, minutes and seconds since the first change.
            What a user does, or breaks, is in bold.
            """;

    private RolloutsDocument() {}

    /** One section: what it is about, and a run that shows it. */
    record Section(String title, String text, Consumer<Play> play) {
        String markdown() {
            try (Play run = new Play()) {
                play.accept(run);
                return "\n## " + title + "\n\n" + wrapped() + "\n\n" + run.table();
            }
        }

        private String wrapped() {
            StringBuilder lines = new StringBuilder();
            int length = 0;
            for (String word : text.split(" ")) {
                boolean full = length + word.length() > WIDTH;
                lines.append(length == 0 ? "" : full ? "\n" : " ").append(word);
                length = (full ? 0 : length + 1) + word.length();
            }
            return lines.toString();
        }
    }

    /** The whole page. */
    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        SECTIONS.forEach(section -> page.append(section.markdown()));
        return page.toString();
    }

    /** A cluster with a pool, and what happens to it. */
    static final class Play implements AutoCloseable {
        private final Workers workers = new Workers(Simulator.builder()
                .startAt(Instant.parse("2025-01-01T00:00:00Z"))
                .timings(Timings.typical().withJitter(0)));
        private @Nullable RolloutTimeline timeline;

        private RolloutTimeline timeline() {
            return Objects.requireNonNull(timeline, "create the pool first");
        }

        String table() {
            return timeline().table();
        }

        /** A pool that is ready, from where the table begins. */
        Play pool(int replicas, UnaryOperator<JsonObject> edit) {
            workers.create(replicas, edit);
            timeline = new RolloutTimeline(workers);
            return this;
        }

        Play replace(int replicas, String rollingUpdate) {
            return pool(
                    replicas,
                    spec -> spec.with(
                            "management",
                            Json.parse("{\"upgradeType\": \"Replace\", \"autoRepair\": false, \"replace\": {"
                                    + "\"strategy\": \"RollingUpdate\", \"rollingUpdate\": " + rollingUpdate + "}}")));
        }

        Play says(String what, Runnable action) {
            timeline().says(what, action);
            return this;
        }

        Play patches(String what, String patch) {
            return says(what, () -> workers.patchPool(patch));
        }

        Play upgrades() {
            return says("release 4.17.5 is wanted", () -> workers.upgradePool("4.17.5"));
        }

        Play passes(Duration time) {
            timeline().runFor(time);
            return this;
        }

        String machine(int number) {
            return timeline().name(number);
        }

        @Override
        public void close() {
            workers.close();
        }
    }

    private static void deleteMachine(Play play, int number) {
        play.says("machine " + number + " is deleted", () -> play.workers.delete("Machine", play.machine(number)))
                .passes(Duration.ofMinutes(15));
    }

    private static void inPlaceWithFailure(Play play) {
        play.pool(2, spec -> spec.with("management", Json.parse("{\"upgradeType\": \"InPlace\"}")));
        Fault fault = new Fault.NodeUpgradeFails(Workers.NAMESPACE, play.machine(1), "unexpected on-disk state");
        List<InjectedFault> injected = new ArrayList<>();
        play.says(
                        "machine 1 cannot be upgraded",
                        () -> injected.add(play.workers.simulator().inject(fault)))
                .upgrades()
                .passes(Duration.ofMinutes(20))
                .says("machine 1 is mended", () -> injected.forEach(InjectedFault::mend))
                .passes(Duration.ofMinutes(30));
    }

    private static void repair(Play play) {
        play.pool(3, spec -> spec.withAt(true, "management", "autoRepair"));
        Fault fault =
                new Fault.MachineNotReady(Workers.NAMESPACE, play.machine(2), "KubeletNotReady", "PLEG is not healthy");
        play.says(
                        "the kubelet of machine 2 breaks",
                        () -> play.workers.simulator().inject(fault))
                .passes(Duration.ofMinutes(30));
    }

    private static void autoscaling(Play play) {
        play.pool(1, spec -> spec.without("replicas").with("autoScaling", JsonObject.of("min", 1, "max", 4)));
        play.says("three pods come that need a node each", () -> play.workers.deployment("web", 3, "1500m"))
                .passes(Duration.ofMinutes(30))
                .says(
                        "two of the pods go",
                        () -> play.workers.patchInGuest(
                                "apps/v1", "Deployment", "default", "web", "{\"spec\": {\"replicas\": 1}}"))
                .passes(Duration.ofMinutes(30));
    }

    private static void configuration(Play play) {
        play.replace(2, "{\"maxSurge\": 1, \"maxUnavailable\": 0}");
        play.workers.configMap("kernel", "config", """
                apiVersion: machineconfiguration.openshift.io/v1
                kind: MachineConfig
                metadata:
                  name: 99-kernel
                spec:
                  kernelArguments: [nosmt]
                """);
        play.patches("a machine configuration is added", "{\"spec\": {\"config\": [{\"name\": \"kernel\"}]}}")
                .passes(Duration.ofMinutes(40));
    }

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "Replace, with one machine more",
                    "`RollingUpdate` with `maxSurge: 1` and `maxUnavailable: 0`, the default: a new machine is ready before an"
                            + " old one goes.",
                    play -> play.replace(3, "{\"maxSurge\": 1, \"maxUnavailable\": 0}")
                            .upgrades()
                            .passes(Duration.ofHours(1))),
            new Section(
                    "Replace, with one machine less",
                    "`maxSurge: 0` and `maxUnavailable: 1`, where there is no room for another machine: an old one is gone"
                            + " before the new one is made.",
                    play -> play.replace(3, "{\"maxSurge\": 0, \"maxUnavailable\": 1}")
                            .upgrades()
                            .passes(Duration.ofHours(1))),
            new Section(
                    "Replace, with a share of more and less",
                    "`maxSurge: 25%` is rounded up, `maxUnavailable: 25%` down: of six machines, two more and one less.",
                    play -> play.replace(6, "{\"maxSurge\": \"25%\", \"maxUnavailable\": \"25%\"}")
                            .upgrades()
                            .passes(Duration.ofHours(1))),
            new Section(
                    "Replace, when machines are deleted",
                    "Strategy `OnDelete`: an old machine stays until somebody deletes it. The pool reports the version when the"
                            + " last one is replaced.",
                    play -> {
                        play.pool(
                                        2,
                                        spec -> spec.with(
                                                "management",
                                                Json.parse("{\"upgradeType\": \"Replace\", \"replace\":"
                                                        + " {\"strategy\": \"OnDelete\"}}")))
                                .upgrades()
                                .passes(Duration.ofMinutes(15));
                        deleteMachine(play, 1);
                        deleteMachine(play, 2);
                    }),
            new Section(
                    "InPlace",
                    "`upgradeType: InPlace` with `maxUnavailable: 1`: the machines stay. Each node is drained, gets its new"
                            + " operating system, and reboots.",
                    play -> play.pool(3, spec -> spec.with("management", Json.parse("{\"upgradeType\": \"InPlace\"}")))
                            .upgrades()
                            .passes(Duration.ofHours(1))),
            new Section(
                    "InPlace, with a node that fails",
                    "A node that is degraded stops the upgrade of its pool until it is mended.",
                    RolloutsDocument::inPlaceWithFailure),
            new Section(
                    "Another configuration",
                    "Machine configuration rolls out as a release does; the version stays.",
                    RolloutsDocument::configuration),
            new Section(
                    "To zero and back",
                    "Without replicas a pool has no machines, and keeps its version.",
                    play -> play.replace(2, "{\"maxSurge\": 1, \"maxUnavailable\": 0}")
                            .patches("no replicas are wanted", "{\"spec\": {\"replicas\": 0}}")
                            .passes(Duration.ofMinutes(15))
                            .patches("two replicas are wanted", "{\"spec\": {\"replicas\": 2}}")
                            .passes(Duration.ofMinutes(15))),
            new Section(
                    "Autoscaling",
                    "Between one and four machines with two processors each: pods that fit nowhere add machines; machines that"
                            + " nobody has needed for ten minutes go, but not within ten minutes after others were added.",
                    RolloutsDocument::autoscaling),
            new Section(
                    "Repair",
                    "`autoRepair: true`: a node that is not ready for eight minutes is replaced, unless more than two are.",
                    RolloutsDocument::repair));
}
