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
        TranscriptPlayer player = new TranscriptPlayer(template.fork(template.options()));
        JsonArray steps = transcript.array("steps");
        Map<Integer, String> failed = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) {
            List<String> differences = player.play(steps.object(i));
            if (!differences.isEmpty()) {
                failed.put(
                        i,
                        steps.object(i).text("request", "method") + " "
                                + steps.object(i).text("request", "path") + "\n      "
                                + String.join("\n      ", differences));
            }
        }
        assertThat(failed)
                .as(file + ": " + (steps.size() - failed.size()) + " of " + steps.size() + " steps pass")
                .isEmpty();
    }
}
