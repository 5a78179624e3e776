package dev.hcp.simulator.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kubectl prints for one custom and one built-in object. Nothing here changes them. */
@Tag("kubectl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlOutputTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final String OBJECTS = """
            apiVersion: farm.example.com/v1
            kind: Greenhouse
            metadata: {name: one, labels: {side: south}}
            spec: {crop: tomato}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, image: one}]}
            """;

    private HttpApiServer server;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path home) throws IOException {
        server = HttpApiServer.listen(ServerSettings.loopback("test-token"));
        ApiServer api = new ApiServer(ApiServerOptions.of(() -> NOW, Identifiers.seeded(1)));
        server.serve(new ServedApis(api, GuestApis.NONE));
        kubectl = new Kubectl(home, server.kubeconfig());
        try (InputStream in = KubectlOutputTest.class.getResourceAsStream("greenhouses.yaml")) {
            String definition = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            kubectl.runWith(definition, "create", "-f", "-");
        }
        kubectl.runWith(OBJECTS, "create", "-f", "-");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explain greenhouses                                           | DESCRIPTION:\\n    A house of glass\\.
            explain greenhouses.spec                                      | beds\\t<integer>\\n.*crop\\t<string> -required-
            explain greenhouses.spec.crop                                 | FIELD: crop <string>\\nENUM:\\n +tomato\\n +pepper\\n.*What grows in it\\.
            explain greenhouses --recursive                               | spec\\t<Object> -required-\\n +beds\\t<integer>
            explain greenhouses.metadata.finalizers                       | FIELD: finalizers <\\[\\]string>
            explain greenhouses.spec --output=plaintext-openapiv2         | RESOURCE: spec <Object>.*crop\\t<string> -required-
            explain greenhouses.spec.doors                                | error: field "doors" does not exist
            explain pods.spec.containers                                  | FIELD: containers <\\[\\]Container>
            explain deployments.spec.template.spec                        | volumes\\t<\\[\\]Volume>
            explain deployments.spec.strategy --recursive                 | maxSurge\\t<IntOrString>
            explain pods.spec.containers.resources.limits                 | FIELD: limits <map\\[string\\]Quantity>
            explain deployments.spec.template --output=plaintext-openapiv2 | RESOURCE: template <Object>
            explain nothings                                              | the server doesn't have a resource type "nothings"
            api-resources --api-group=farm.example.com -o wide            | greenhouses +gh +farm.example.com/v1 +true +Greenhouse +delete,deletecollection,get,list,patch,create,update,watch +farm
            api-resources --api-group=apps --no-headers                   | deployments +deploy +apps/v1 +true +Deployment
            api-versions                                                  | apps/v1\\n.*farm\\.example\\.com/v1\\n.*\\nv1\\n
            cluster-info                                                  | control plane.* is running at .*https://127\\.0\\.0\\.1
            get --raw /version                                            | "gitVersion": "v1\\.32
            get --raw /apis/farm.example.com                              | "kind":"APIGroup","apiVersion":"v1","name":"farm\\.example\\.com"
            get --raw /nothing                                            | the server could not find the requested resource
            get gh                                                        | NAME +CROP +BEDS +RIPE *\\none +tomato +1 *\\n
            get farm -o name                                              | greenhouse\\.farm\\.example\\.com/one
            get gh/one -o custom-columns=N:.metadata.name,C:.spec.crop    | N +C\\none +tomato\\n
            get deploy -o wide                                            | NAME +READY +UP-TO-DATE +AVAILABLE +AGE +CONTAINERS +IMAGES +SELECTOR\\nweb +0/1 +0 +0 +0s +main +one +app=web\\n
            get deploy,gh                                                 | deployment\\.apps/web .*greenhouse\\.farm\\.example\\.com/one
            describe gh one                                               | Labels: +side=south\\n.*Crop: +tomato
            describe deploy web                                           | Selector: +app=web\\nReplicas: +1 desired
            auth can-i delete gh                                          | yes
            auth whoami                                                   | Username +system:admin
            rollout status deploy/web --timeout=1s                        | Waiting for deployment spec update to be observed
            scale gh/one --replicas=3 --dry-run=server                    | greenhouse\\.farm\\.example\\.com/one scaled \\(server dry run\\)
            label gh one side=north --dry-run=server                      | error: 'side' already has a value \\(south\\)
            annotate deploy web a=b --dry-run=server                      | deployment\\.apps/web annotated \\(server dry run\\)
            patch gh one --type=strategic -p {}                           | application/strategic-merge-patch\\+json is not supported by farm\\.example\\.com/v1, Kind=Greenhouse
            """)
    void kubectl_prints(String command, String expected) {
        Kubectl.Result result = kubectl.attempt("", command.split(" +"));
        assertThat(result.out() + result.err()).as(command).containsPattern("(?s)" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create --validate=strict -f - | doors: 2        | strict decoding error: unknown field "spec\\.doors"
            create --validate=warn -f -   | doors: 2        | Warning: unknown field "spec\\.doors"\\n
            create --validate=ignore -f - | doors: 2        | created \\(server dry run\\)
            apply -f -                    | doors: 2        | strict decoding error: unknown field "spec\\.doors"
            apply --server-side -f -      | beds: 2         | serverside-applied \\(server dry run\\)
            create -f -                   | beds: two       | spec\\.beds: Invalid value: "string": spec\\.beds in body must be of type integer: "string"
            create -f -                   | beds: -1        | spec\\.beds: Invalid value: -1: spec\\.beds in body should be greater than or equal to 0
            """)
    void kubectl_is_told_what_is_wrong_with_a_manifest(String command, String line, String expected) {
        String manifest = """
                apiVersion: farm.example.com/v1
                kind: Greenhouse
                metadata: {name: another}
                spec:
                  crop: tomato
                  %s
                """.formatted(line);
        Kubectl.Result result = kubectl.attempt(manifest, (command + " --dry-run=server").split(" +"));
        assertThat(result.out() + result.err()).as(command).containsPattern(expected);
    }
}
