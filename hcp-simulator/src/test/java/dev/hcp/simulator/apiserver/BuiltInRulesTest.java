package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server fills in, refuses and prints of the smaller built-in kinds. */
class BuiltInRulesTest {
    private static final String QUOTAS = "/api/v1/namespaces/default/resourcequotas";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    private final TestServer server = new TestServer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /api/v1/namespaces/default/limitranges | "spec":{"limits":[{"type":"Container","max":{"cpu":"2"},"min":{"cpu":"1"}}]} | {"limits":[{"type":"Container","max":{"cpu":"2"},"min":{"cpu":"1"},"default":{"cpu":"2"},"defaultRequest":{"cpu":"2"}}]}
            /apis/networking.k8s.io/v1/ingressclasses | "spec":{"controller":"a.io/b","parameters":{"kind":"K","name":"n"}} | {"controller":"a.io/b","parameters":{"kind":"K","name":"n","scope":"Cluster"}}
            /apis/storage.k8s.io/v1/csidrivers | "spec":{} | {"attachRequired":true,"podInfoOnMount":false,"storageCapacity":false,"requiresRepublish":false,"seLinuxMount":false,"volumeLifecycleModes":["Persistent"],"fsGroupPolicy":"ReadWriteOnceWithFSType"}
            /apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations | "spec":{"type":"Limited","limited":{"limitResponse":{"type":"Queue","queuing":{}}}} | {"type":"Limited","limited":{"nominalConcurrencyShares":30,"lendablePercent":0,"limitResponse":{"type":"Queue","queuing":{"queues":64,"handSize":8,"queueLengthLimit":50}}}}
            /apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings | "spec":{"policyName":"p","validationActions":["Deny"],"matchResources":{}} | {"policyName":"p","validationActions":["Deny"],"matchResources":{"matchPolicy":"Equivalent","namespaceSelector":{},"objectSelector":{}}}
            """)
    void defaults_are_filled_in(String path, String spec, String expected) {
        TestServer.Answer created = server.post(path, "{\"metadata\":{\"name\":\"x\"}," + spec + "}");
        assertThat(created.body().object("spec")).as(created.text()).isEqualTo(Json.parseObject(expected));
    }

    @Test
    void a_webhook_gets_the_policies_that_stand_for_everything() {
        JsonObject webhook = server.post(
                        "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
                        "{\"metadata\":{\"name\":\"x\"},\"webhooks\":[{\"name\":\"a.b.c\",\"sideEffects\":\"None\","
                                + "\"admissionReviewVersions\":[\"v1\"],\"clientConfig\":{\"service\":{\"name\":\"s\","
                                + "\"namespace\":\"n\"}},\"rules\":[{\"operations\":[\"CREATE\"],\"apiGroups\":[\"\"],"
                                + "\"apiVersions\":[\"v1\"],\"resources\":[\"pods\"]}]}]}")
                .body()
                .array("webhooks")
                .object(0);
        assertThat(webhook.text("failurePolicy")).isEqualTo("Fail");
        assertThat(webhook.text("matchPolicy")).isEqualTo("Equivalent");
        assertThat(webhook.text("reinvocationPolicy")).isEqualTo("Never");
        assertThat(webhook.at("timeoutSeconds")).isEqualTo(10L);
        assertThat(webhook.at("clientConfig", "service", "port")).isEqualTo(443L);
        assertThat(webhook.array("rules").object(0).text("scope")).isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /api/v1/namespaces/default/limitranges | "spec":{"limits":[{"type":"Foo"}]} | LimitRange "x" is invalid: spec.limits[0].type: Invalid value: "Foo": must be a standard limit type or fully qualified
            /api/v1/namespaces/default/limitranges | "spec":{"limits":[{"type":"Pod","default":{"cpu":"1"}}]} | LimitRange "x" is invalid: spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'
            /api/v1/namespaces/default/limitranges | "spec":{"limits":[{"type":"Pod","max":{"cpu":"1"},"min":{"cpu":"1500m"}}]} | LimitRange "x" is invalid: spec.limits[0].min[cpu]: Invalid value: resource.Quantity{i:resource.int64Amount{value:1500, scale:-3}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"", Format:"DecimalSI"}: min value 1500m is greater than max value 1
            /api/v1/namespaces/default/resourcequotas | "spec":{"hard":{"nonsense":"1"}} | ResourceQuota "x" is invalid: spec.hard[nonsense]: Invalid value: "nonsense": must be a standard resource for quota
            /api/v1/namespaces/default/resourcequotas | "spec":{"hard":{"pods":"-1"}} | ResourceQuota "x" is invalid: spec.hard[pods]: Invalid value: "-1": must be greater than or equal to 0
            /api/v1/namespaces/default/resourcequotas | "spec":{"scopes":["Terminating","NotTerminating"]} | ResourceQuota "x" is invalid: spec.scopes: Invalid value: []core.ResourceQuotaScope{"Terminating", "NotTerminating"}: conflicting scopes
            /apis/apps/v1/namespaces/default/controllerrevisions | "revision":-1 | ControllerRevision.apps "x" is invalid: [data: Required value: data is mandatory, revision: Invalid value: -1: must be greater than or equal to 0]
            /apis/networking.k8s.io/v1/ingressclasses | "spec":{"controller":"plain"} | IngressClass.networking.k8s.io "x" is invalid: spec.controller: Invalid value: "plain": must be a domain-prefixed path (such as "acme.io/foo")
            /apis/storage.k8s.io/v1/volumeattachments | "spec":{"attacher":"a.io","nodeName":"n","source":{}} | VolumeAttachment.storage.k8s.io "x" is invalid: spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName
            /apis/flowcontrol.apiserver.k8s.io/v1/flowschemas | "spec":{"matchingPrecedence":20000,"priorityLevelConfiguration":{"name":"p"}} | FlowSchema.flowcontrol.apiserver.k8s.io "x" is invalid: spec.matchingPrecedence: Invalid value: 20000: must not be greater than 10000
            /apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations | "spec":{"type":"Limited"} | PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io "x" is invalid: spec.limited: Required value: must not be empty when type is Limited
            /apis/apiregistration.k8s.io/v1/apiservices | "spec":{"group":"g.io","version":"v1","groupPriorityMinimum":1,"versionPriority":1} | APIService.apiregistration.k8s.io "x" is invalid: metadata.name: Invalid value: "x": must be `spec.version+"."+spec.group`: "v1.g.io"
            /apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations | "webhooks":[{"name":"a.b.c","sideEffects":"Some","admissionReviewVersions":["v1"],"clientConfig":{"url":"https://h"}}] | ValidatingWebhookConfiguration.admissionregistration.k8s.io "x" is invalid: webhooks[0].sideEffects: Unsupported value: "Some": supported values: "None", "NoneOnDryRun"
            /apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations | "webhooks":[{"name":"a","sideEffects":"None","admissionReviewVersions":[],"clientConfig":{}}] | ValidatingWebhookConfiguration.admissionregistration.k8s.io "x" is invalid: [webhooks[0].name: Invalid value: "a": should be a domain with at least three segments separated by dots, webhooks[0].clientConfig: Required value: exactly one of url or service is required, webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1]
            /apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings | "spec":{"policyName":"p"} | ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io "x" is invalid: spec.validationActions: Required value: at least one validation action is required
            /apis/node.k8s.io/v1/runtimeclasses | "handler":"Bad" | RuntimeClass.node.k8s.io "x" is invalid: handler: Invalid value: "Bad": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
            """)
    void what_is_wrong_is_said_in_the_words_of_the_reference(String path, String body, String complaint) {
        assertThat(server.post(path, "{\"metadata\":{\"name\":\"x\"}," + body + "}")
                        .message())
                .isEqualTo(complaint);
    }

    @Test
    void a_replication_controller_selects_what_its_template_makes_and_scales() {
        String path = "/api/v1/namespaces/default/replicationcontrollers";
        JsonObject controller = server.post(
                        path,
                        "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},"
                                + "\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}}}")
                .body();
        assertThat(controller.object("spec", "selector")).isEqualTo(JsonObject.of("a", "b"));
        assertThat(controller.object("metadata", "labels")).isEqualTo(JsonObject.of("a", "b"));
        assertThat(controller.at("spec", "replicas")).isEqualTo(1L);
        JsonObject scale =
                server.merge(path + "/x/scale", "{\"spec\":{\"replicas\":3}}").body();
        assertThat(scale.text("status", "selector")).isEqualTo("a=b");
        assertThat(server.get(path + "/x").body().at("metadata", "generation")).isEqualTo(2L);
    }

    @Test
    void a_quota_shows_what_is_used_of_what_there_is() {
        server.post(QUOTAS, "{\"metadata\":{\"name\":\"x\"},\"spec\":{\"hard\":{\"pods\":\"5\"}}}");
        server.merge(
                QUOTAS + "/x/status",
                "{\"status\":{\"hard\":{\"pods\":\"5\",\"limits.cpu\":\"4\"},\"used\":{\"pods\":\"2\"}}}");
        JsonObject table = server.get(QUOTAS, "Accept", TABLE).body();
        assertThat(table.array("rows").object(0).array("cells"))
                .containsExactly("x", "0s", "pods: 2/5", "limits.cpu: 0/4");
    }

    @Test
    void a_driver_has_no_generation_until_it_is_changed() {
        String path = "/apis/storage.k8s.io/v1/csidrivers";
        assertThat(server.post(path, "{\"metadata\":{\"name\":\"x\"},\"spec\":{}}")
                        .body()
                        .at("metadata", "generation"))
                .isNull();
        assertThat(server.merge(path + "/x", "{\"spec\":{\"requiresRepublish\":true}}")
                        .body()
                        .at("metadata", "generation"))
                .isEqualTo(1L);
    }

    @Test
    void a_pod_is_bound_by_a_binding_of_its_name() {
        String pods = "/api/v1/namespaces/default/pods";
        server.post(
                pods, "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        TestServer.Answer bound = server.post(
                "/api/v1/namespaces/default/bindings",
                "{\"metadata\":{\"name\":\"p\"},\"target\":{\"kind\":\"Node\",\"name\":\"n\"}}");
        assertThat(bound.status()).isEqualTo(201);
        assertThat(server.get(pods + "/p").body().text("spec", "nodeName")).isEqualTo("n");
        assertThat(server.get("/api/v1/namespaces/default/bindings").status()).isEqualTo(405);
    }

    @Test
    void ephemeral_containers_are_added_through_their_own_sub_resource() {
        String pods = "/api/v1/namespaces/default/pods";
        server.post(
                pods, "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}");
        JsonObject pod = server.strategic(
                        pods + "/p/ephemeralcontainers",
                        "{\"spec\":{\"ephemeralContainers\":[{\"name\":\"d\",\"image\":\"busybox\"}],"
                                + "\"schedulerName\":\"other\"}}")
                .body();
        assertThat(pod.array("spec", "ephemeralContainers").object(0).text("imagePullPolicy"))
                .isEqualTo("Always");
        assertThat(pod.text("spec", "schedulerName")).isEqualTo("default-scheduler");
    }

    @Test
    void components_are_healthy_and_deprecated() {
        TestServer.Answer components = server.get("/api/v1/componentstatuses");
        assertThat(components.body().array("items")).hasSize(3);
        assertThat(components.warnings()).containsExactly("299 - \"v1 ComponentStatus is deprecated in v1.19+\"");
        assertThat(server.get("/api/v1/componentstatuses/scheduler")
                        .body()
                        .array("conditions")
                        .object(0)
                        .text("status"))
                .isEqualTo("True");
        assertThat(server.get("/api/v1/componentstatuses/nothing").message())
                .isEqualTo("componentstatuses \"nothing\" not found");
    }

    @Test
    void nobody_answers_behind_a_proxy() {
        TestServer.Answer answer =
                server.get("/api/v1/namespaces/default/services/https:kubernetes:https/proxy/healthz");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(server.get("/api/v1/namespaces/default/services/nothing/proxy")
                        .message())
                .isEqualTo("services \"nothing\" not found");
    }
}
