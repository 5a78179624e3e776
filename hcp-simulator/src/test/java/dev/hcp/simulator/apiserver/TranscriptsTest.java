package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what a real API server was asked and answered, with the reference's custom resource definitions installed. */
@Tag("oracle")
class TranscriptsTest {
    /** Steps that need what this server does not do yet, by file, with the reason. */
    private static final Map<String, Map<Integer, String>> NOT_COVERED = Map.of(
            "crd-invalid.json",
            Map.of(3, "compiles a CEL rule"),
            "crd-lifecycle.json",
            Map.of(
                    7, "refused by a CEL rule",
                    8, "creates what step 7 should have refused",
                    14, "refused by a CEL transition rule",
                    15, "changes what step 14 should have refused"),
            "hostedcluster-defaults.json",
            Map.of(
                    2, "refused by a CEL transition rule",
                    3, "refused by a CEL transition rule",
                    4, "refused by a CEL transition rule",
                    5, "counts revisions after steps 2 to 4",
                    7, "refused by a CEL rule",
                    8, "changes what steps 2 to 4 should have refused",
                    9, "changes what steps 2 to 4 should have refused"));

    private static ApiServer template;

    @BeforeAll
    static void installDefinitions() {
        TestServer server = new TestServer();
        for (Path file : Shared.files("crds", ".yaml")) {
            if (!file.toString().contains("hypershift-latest")) {
                for (String document : read(file).split("(?m)^---\\s*$")) {
                    if (!document.isBlank()) {
                        TestServer.Answer answer = server.send(
                                "POST",
                                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?fieldValidation=Ignore",
                                document,
                                "Content-Type",
                                "application/yaml");
                        assertThat(answer.status())
                                .as(file + ": " + answer.body().text("message"))
                                .isIn(201, 409);
                    }
                }
            }
        }
        template = server.server;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> transcripts() {
        return Shared.files("golden/apiserver-transcripts", ".json").stream()
                .map(file -> file.getFileName().toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void answers_as_the_reference_did(String file) {
        JsonObject transcript = Json.parseObject(
                read(Shared.path("golden/apiserver-transcripts").resolve(file)));
        Map<Integer, String> excused = NOT_COVERED.getOrDefault(file, Map.of());
        TranscriptPlayer player = new TranscriptPlayer(template.fork(template.options()));
        JsonArray steps = transcript.array("steps");
        Map<Integer, String> failed = new TreeMap<>();
        List<Integer> unexpectedlyFine = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<String> differences = player.play(steps.object(i));
            if (!differences.isEmpty() && !excused.containsKey(i)) {
                failed.put(
                        i,
                        steps.object(i).text("request", "method") + " "
                                + steps.object(i).text("request", "path") + "\n      "
                                + String.join("\n      ", differences));
            } else if (differences.isEmpty() && excused.containsKey(i)) {
                unexpectedlyFine.add(i);
            }
        }
        assertThat(failed)
                .as(file + ": " + (steps.size() - failed.size()) + " of " + steps.size() + " steps pass")
                .isEmpty();
        assertThat(unexpectedlyFine).as("steps that no longer need an excuse").isEmpty();
    }
}
