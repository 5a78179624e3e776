package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value of the wrong type is answered with, and in which form values are kept, for kinds with types of their own. */
class TypedDecodingTest {
    private static final String POD_SPEC = "{'containers':[{'name':'c','image':'i'%s}]%s}";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private TestServer.Answer post(String path, String body) {
        return server.post(path, json(body));
    }

    private static final String CORE = "/api/v1/namespaces/demo/";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ConfigMap  | configmaps  | 'data':{'k':1}                      | json: cannot unmarshal number into Go struct field ConfigMap.data of type string
            ConfigMap  | configmaps  | 'data':['k']                        | json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string
            ConfigMap  | configmaps  | 'immutable':'yes'                   | json: cannot unmarshal string into Go struct field ConfigMap.immutable of type bool
            Secret     | secrets     | 'data':{'k':'a!'}                   | illegal base64 data at input byte 1
            Secret     | secrets     | 'data':{'k':'YWI'}                  | illegal base64 data at input byte 0
            Secret     | secrets     | 'data':{'k':1}                      | json: cannot unmarshal number into Go struct field Secret.data of type []uint8
            Service    | services    | 'spec':{'ports':[{'port':'80'}]}    | json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32
            Service    | services    | 'spec':{'ports':[{'port':80.5}]}    | json: cannot unmarshal number 80.5 into Go struct field ServicePort.spec.ports.port of type int32
            Service    | services    | 'spec':{'ports':[{'port':3000000000}]} | json: cannot unmarshal number 3000000000 into Go struct field ServicePort.spec.ports.port of type int32
            Service    | services    | 'spec':{'ports':[{'targetPort':true}]} | json: cannot unmarshal bool into Go struct field ServicePort.spec.ports.targetPort of type int32
            Service    | services    | 'spec':{'ports':{'port':80}}        | json: cannot unmarshal object into Go struct field ServiceSpec.spec.ports of type []v1.ServicePort
            Service    | services    | 'spec':{'selector':'a=b'}           | json: cannot unmarshal string into Go struct field ServiceSpec.spec.selector of type map[string]string
            Service    | services    | 'spec':'x'                          | json: cannot unmarshal string into Go struct field Service.spec of type v1.ServiceSpec
            PersistentVolumeClaim | persistentvolumeclaims | 'spec':{'resources':{'requests':{'storage':'1Gx'}}} | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
            PersistentVolumeClaim | persistentvolumeclaims | 'spec':{'resources':{'requests':{'storage':'1KiB'}}} | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
            PersistentVolumeClaim | persistentvolumeclaims | 'spec':{'resources':{'requests':{'storage':'1mm'}}} | unable to parse quantity's suffix
            Event      | events      | 'firstTimestamp':'yesterday'        | parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"
            Event      | events      | 'firstTimestamp':'2024-13-01T00:00:00Z' | parsing time "2024-13-01T00:00:00Z": month out of range
            Event      | events      | 'firstTimestamp':5                  | json: cannot unmarshal number into Go struct field Event.firstTimestamp of type string
            Event      | events      | 'eventTime':'2024-01-01T00:00:00.123456789Z' | parsing time "2024-01-01T00:00:00.123456789Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "789Z" as "Z07:00"
            Event      | events      | 'count':1.5                         | json: cannot unmarshal number 1.5 into Go struct field Event.count of type int32
            """)
    void a_value_of_the_wrong_type_is_refused_in_the_words_of_the_decoder(
            String kind, String plural, String members, String why) {
        TestServer.Answer answer = post(CORE + plural, "{'metadata':{'name':'x'}," + members + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(kind + " in version \"v1\" cannot be handled as a " + kind + ": " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,'env':[{'name':'A','value':1}]       | '' | json: cannot unmarshal number into Go struct field EnvVar.spec.template.spec.containers.env.value of type string
            ,'command':'sh'                       | '' | json: cannot unmarshal string into Go struct field Container.spec.template.spec.containers.command of type []string
            ,'resources':{'limits':{'cpu':true}}  | '' | quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
            ''                                    | ,'hostNetwork':'true' | json: cannot unmarshal string into Go struct field PodSpec.spec.template.spec.hostNetwork of type bool
            ''                                    | ,'volumes':[{'name':'v','hostPath':'/x'}] | json: cannot unmarshal string into Go struct field Volume.spec.template.spec.volumes.hostPath of type v1.HostPathVolumeSource
            """)
    void the_complaint_names_the_structure_and_the_whole_path(String container, String pod, String why) {
        String spec = POD_SPEC.formatted(container.equals("''") ? "" : container, pod.equals("''") ? "" : pod);
        TestServer.Answer answer = post(
                "/apis/apps/v1/namespaces/demo/deployments",
                "{'metadata':{'name':'x'},'spec':{'template':{'spec':" + spec + "}}}");
        assertThat(answer.message())
                .isEqualTo("Deployment in version \"v1\" cannot be handled as a Deployment: " + why);
    }

    @Test
    void values_are_kept_in_one_form() {
        JsonObject claim = post(
                        CORE + "persistentvolumeclaims",
                        "{'metadata':{'name':'x'},'spec':{'accessModes':['ReadWriteOnce'],"
                                + "'resources':{'requests':{'storage':'1024Mi'}}}}")
                .body();
        assertThat(claim.text("spec", "resources", "requests", "storage")).isEqualTo("1Gi");
        JsonObject event = post(
                        CORE + "events",
                        "{'metadata':{'name':'x'},'involvedObject':{'namespace':'demo'},"
                                + "'firstTimestamp':'2024-01-01T02:00:00.9+02:00','reportingComponent':'a.b/c',"
                                + "'reportingInstance':'i','action':'A','reason':'R',"
                                + "'eventTime':'2024-01-01T02:00:00.123456+02:00'}")
                .body();
        assertThat(event.text("firstTimestamp")).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(event.text("eventTime")).isEqualTo("2024-01-01T00:00:00.123456Z");
    }

    @Test
    void zeros_of_fields_held_by_value_are_not_there_and_those_behind_pointers_are() {
        JsonObject deployment = post(
                        "/apis/apps/v1/namespaces/demo/deployments",
                        "{'metadata':{'name':'x','labels':{}},'spec':{'replicas':0,'paused':false,'minReadySeconds':0,"
                                + "'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},'spec':"
                                + POD_SPEC.formatted(",'stdin':false,'args':[]", ",'hostNetwork':false,'nodeName':''")
                                + "}}}")
                .body();
        assertThat(deployment.object("metadata").containsKey("labels")).isFalse();
        assertThat(deployment.object("spec").keySet()).contains("replicas").doesNotContain("paused", "minReadySeconds");
        JsonObject pod = deployment.object("spec", "template", "spec");
        assertThat(pod.keySet()).doesNotContain("hostNetwork", "nodeName");
        assertThat(pod.array("containers").object(0).keySet()).doesNotContain("stdin", "args");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles | {}                                    | {'rules':null}
            /apis/coordination.k8s.io/v1/namespaces/demo/leases      | {}                                    | {'spec':{}}
            /apis/scheduling.k8s.io/v1/priorityclasses               | {}                                    | {'value':0,'preemptionPolicy':'PreemptLowerPriority'}
            /apis/apps/v1/namespaces/demo/deployments                | {'spec':WORKLOAD}                     | {'status':{}}
            /apis/apps/v1/namespaces/demo/statefulsets               | {'spec':WORKLOAD}                     | {'status':{'replicas':0,'availableReplicas':0}}
            /apis/apps/v1/namespaces/demo/replicasets                | {'spec':WORKLOAD}                     | {'status':{'replicas':0}}
            /apis/apps/v1/namespaces/demo/daemonsets                 | {'spec':WORKLOAD}                     | {'status':{'currentNumberScheduled':0,'desiredNumberScheduled':0,'numberMisscheduled':0,'numberReady':0}}
            /apis/networking.k8s.io/v1/namespaces/demo/ingresses     | {'spec':{'defaultBackend':{'service':{'name':'s','port':{'number':80}}}}} | {'status':{'loadBalancer':{}}}
            /apis/networking.k8s.io/v1/namespaces/demo/networkpolicies | {'spec':{}}                         | {'spec':{'podSelector':{},'policyTypes':['Ingress']}}
            /apis/policy/v1/namespaces/demo/poddisruptionbudgets     | {'spec':{}}                           | {'spec':{},'status':{'currentHealthy':0,'desiredHealthy':0,'disruptionsAllowed':0,'expectedPods':0}}
            /apis/discovery.k8s.io/v1/namespaces/demo/endpointslices | {'addressType':'IPv4'}                | {'addressType':'IPv4','endpoints':null,'ports':null}
            /api/v1/namespaces/demo/events                           | {'involvedObject':{'namespace':'demo'}} | {'eventTime':null,'firstTimestamp':null,'lastTimestamp':null,'source':{},'reportingComponent':'','reportingInstance':''}
            """)
    void what_nobody_set_is_printed_where_the_types_always_have_it(String path, String body, String printed) {
        String workload = "{'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},'spec':"
                + POD_SPEC.formatted("", "") + "}}";
        JsonObject sent =
                Json.parseObject(json(body.replace("WORKLOAD", workload))).with("metadata", JsonObject.of("name", "x"));
        JsonObject created = server.post(path, sent).body();
        Json.parseObject(json(printed)).forEach((name, value) -> {
            assertThat(created).containsKey(name);
            assertThat(created.get(name)).isEqualTo(value);
        });
    }

    @Test
    void a_node_prints_all_of_its_system_information() {
        JsonObject node =
                server.post("/api/v1/nodes", json("{'metadata':{'name':'n'}}")).body();
        assertThat(node.object("status", "daemonEndpoints"))
                .isEqualTo(JsonObject.of("kubeletEndpoint", JsonObject.of("Port", 0)));
        assertThat(node.object("status", "nodeInfo").values()).hasSize(10).containsOnly("");
    }

    @Test
    void templates_have_a_time_of_creation_that_belongs_to_nobody() {
        JsonObject cronJob = post(
                        "/apis/batch/v1/namespaces/demo/cronjobs",
                        "{'metadata':{'name':'x'},'spec':{'schedule':'* * * * *','jobTemplate':{'spec':{'template':{"
                                + "'spec':" + POD_SPEC.formatted("", ",'restartPolicy':'Never'") + "}}}}}")
                .body();
        JsonObject job = cronJob.object("spec", "jobTemplate");
        assertThat(job.object("metadata")).isEqualTo(JsonObject.of("creationTimestamp", null));
        assertThat(job.object("spec", "template", "metadata")).isEqualTo(JsonObject.of("creationTimestamp", null));
        JsonObject owned = cronJob.array("metadata", "managedFields")
                .object(0)
                .object("fieldsV1", "f:spec", "f:jobTemplate", "f:spec", "f:template");
        assertThat(owned.keySet()).containsExactly("f:spec");
        assertThat(owned.object("f:spec", "f:containers", "k:{\"name\":\"c\"}").keySet())
                .contains(".", "f:name", "f:resources");
    }
}
