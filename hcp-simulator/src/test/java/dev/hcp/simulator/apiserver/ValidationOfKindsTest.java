package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kinds that the server is built with demand of new objects, in its own words. */
class ValidationOfKindsTest {
    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private String refusal(String path, String name, String members) {
        JsonObject body = Json.parseObject("{" + members.replace('\'', '"') + "}");
        TestServer.Answer answer =
                server.post(path, body.with("metadata", body.object("metadata").with("name", name)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.message().replaceFirst("^\\S+ \"" + name + "\" is invalid: ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'containers':[]                                                        | spec.containers: Required value
            'containers':[{'name':'A','image':'i'}]                                | spec.containers[0].name: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
            'containers':[{'name':'a.b','image':'i'}]                              | spec.containers[0].name: Invalid value: "a.b": must not contain dots
            'containers':[{'name':'a'}]                                            | spec.containers[0].image: Required value
            'containers':[{'name':'a','image':' i'}]                               | spec.containers[0].image: Invalid value: " i": must not have leading or trailing whitespace
            'containers':[{'name':'a','image':'i'},{'name':'a','image':'i'}]       | spec.containers[1].name: Duplicate value: "a"
            'containers':[{'name':'a','image':'i','volumeMounts':[{'name':'q','mountPath':'/q'}]}] | spec.containers[0].volumeMounts[0].name: Not found: "q"
            'volumes':[{'name':'v'}],'containers':[{'name':'a','image':'i','volumeMounts':[{'name':'v','mountPath':'/q'},{'name':'v','mountPath':'/q'}]}] | spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/q": must be unique
            'containers':[{'name':'a','image':'i','imagePullPolicy':'Often'}]      | spec.containers[0].imagePullPolicy: Unsupported value: "Often": supported values: "Always", "IfNotPresent", "Never"
            'containers':[{'name':'a','image':'i','ports':[{'containerPort':70000}]}] | spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive
            'containers':[{'name':'a','image':'i','ports':[{'name':'p','containerPort':1},{'name':'p','containerPort':2}]}] | spec.containers[0].ports[1].name: Duplicate value: "p"
            'containers':[{'name':'a','image':'i','ports':[{'name':'a-name-that-is-too-long','containerPort':1}]}] | spec.containers[0].ports[0].name: Invalid value: "a-name-that-is-too-long": must be no more than 15 characters
            'containers':[{'name':'a','image':'i','env':[{'name':'A=B'}]}]         | spec.containers[0].env[0].name: Invalid value: "A=B": a valid environment variable name must consist only of printable ASCII characters other than '='
            'containers':[{'name':'a','image':'i','env':[{'name':'A','valueFrom':{}}]}] | spec.containers[0].env[0].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`
            'containers':[{'name':'a','image':'i','resources':{'limits':{'cpu':'1'},'requests':{'cpu':'2'}}}] | spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1
            'containers':[{'name':'a','image':'i','resources':{'requests':{'cpu':'-1'}}}] | spec.containers[0].resources.requests[cpu]: Invalid value: "-1": must be greater than or equal to 0
            'containers':[{'name':'a','image':'i','livenessProbe':{}}]             | spec.containers[0].livenessProbe: Required value: must specify a handler type
            'containers':[{'name':'a','image':'i','livenessProbe':{'successThreshold':2,'exec':{'command':['x']}}}] | spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1
            'containers':[{'name':'a','image':'i'}],'initContainers':[{'name':'a','image':'i'}] | spec.initContainers[0].name: Duplicate value: "a"
            'containers':[{'name':'a','image':'i'}],'volumes':[{'name':'v','emptyDir':{},'hostPath':{'path':'/x'}}] | spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type
            'containers':[{'name':'a','image':'i'}],'volumes':[{'name':'v'},{'name':'v'}] | spec.volumes[1].name: Duplicate value: "v"
            'containers':[{'name':'a','image':'i'}],'volumes':[{'name':'v','secret':{}}] | spec.volumes[0].secret.secretName: Required value
            'containers':[{'name':'a','image':'i'}],'restartPolicy':'Sometimes'    | spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"
            'containers':[{'name':'a','image':'i'}],'tolerations':[{'operator':'Equal'}] | spec.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"
            'containers':[{'name':'a','image':'i'}],'activeDeadlineSeconds':0      | spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive
            'containers':[{'name':'a','image':'i'}],'ephemeralContainers':[{'name':'e','image':'i'}] | spec.ephemeralContainers: Forbidden: cannot be set on create
            """)
    void pods(String spec, String why) {
        assertThat(refusal("/api/v1/namespaces/demo/pods", "p", "'spec':{" + spec + "}"))
                .isEqualTo(why);
    }

    private static final String SELECTOR = "'selector':{'matchLabels':{'a':'b'}}";
    private static final String TEMPLATE =
            "'template':{'metadata':{'labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            deployments  |                          | [spec.selector: Required value, spec.template.metadata.labels: Invalid value: map[string]string(nil): `selector` does not match template `labels`, spec.template.spec.containers: Required value]
            deployments  | SELECTOR,TEMPLATE,'replicas':-1 | spec.replicas: Invalid value: -1: must be greater than or equal to 0
            deployments  | 'selector':{},TEMPLATE   | spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment
            deployments  | 'selector':{'matchLabels':{'a':'c'}},TEMPLATE | spec.template.metadata.labels: Invalid value: map[string]string{"a":"b"}: `selector` does not match template `labels`
            deployments  | 'selector':{'matchExpressions':[{'key':'a','operator':'In'}]},TEMPLATE | [spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn', spec.template.metadata.labels: Invalid value: map[string]string{"a":"b"}: `selector` does not match template `labels`]
            deployments  | SELECTOR,TEMPLATE,'strategy':{'rollingUpdate':{'maxSurge':0,'maxUnavailable':0}} | spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:""}: may not be 0 when `maxSurge` is 0
            deployments  | SELECTOR,TEMPLATE,'strategy':{'type':'Recreate','rollingUpdate':{}} | spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'
            deployments  | SELECTOR,TEMPLATE,'progressDeadlineSeconds':5,'minReadySeconds':5 | spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds
            replicasets  | 'selector':{},TEMPLATE   | spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment
            daemonsets   | SELECTOR,TEMPLATE,'updateStrategy':{'rollingUpdate':{'maxUnavailable':0}} | spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0
            statefulsets | SELECTOR,TEMPLATE,'podManagementPolicy':'Chaotic' | spec.podManagementPolicy: Invalid value: "Chaotic": must be 'OrderedReady' or 'Parallel'
            """)
    void workloads(String plural, String spec, String why) {
        String complete = spec == null ? "" : spec.replace("SELECTOR", SELECTOR).replace("TEMPLATE", TEMPLATE);
        String refused = refusal("/apis/apps/v1/namespaces/demo/" + plural, "w", "'spec':{" + complete + "}");
        assertThat(refused).isEqualTo(why);
    }

    private static final String JOB =
            "'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i'}]}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            jobs     | 'template':{'spec':{'containers':[{'name':'c','image':'i'}]}} | spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
            jobs     | JOB,'parallelism':-1                        | spec.parallelism: Invalid value: -1: must be greater than or equal to 0
            jobs     | JOB,'completionMode':'Indexed','parallelism':1 | spec.completions: Required value: when completion mode is Indexed
            cronjobs | 'schedule':'bad','jobTemplate':{'spec':{JOB}} | spec.schedule: Invalid value: "bad": expected exactly 5 fields, found 1: [bad]
            cronjobs | 'schedule':'61 * * * *','jobTemplate':{'spec':{JOB}} | spec.schedule: Invalid value: "61 * * * *": end of range (61) above maximum (59): 61
            cronjobs | 'schedule':'x * * * *','jobTemplate':{'spec':{JOB}} | spec.schedule: Invalid value: "x * * * *": failed to parse int from x: strconv.Atoi: parsing "x": invalid syntax
            cronjobs | 'schedule':'@now','jobTemplate':{'spec':{JOB}} | spec.schedule: Invalid value: "@now": unrecognized descriptor: @now
            cronjobs | 'schedule':'*/5 * * * mon-fri','timeZone':'Nowhere','jobTemplate':{'spec':{JOB}} | spec.timeZone: Invalid value: "Nowhere": unknown time zone Nowhere
            cronjobs | 'schedule':'@daily','concurrencyPolicy':'No','jobTemplate':{'spec':{JOB}} | spec.concurrencyPolicy: Unsupported value: "No": supported values: "Allow", "Forbid", "Replace"
            """)
    void jobs(String plural, String spec, String why) {
        String refused =
                refusal("/apis/batch/v1/namespaces/demo/" + plural, "j", "'spec':{" + spec.replace("JOB", JOB) + "}");
        assertThat(refused).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/v1/namespaces/demo/persistentvolumeclaims | 'spec':{} | [spec.accessModes: Required value: at least 1 access mode is required, spec.resources[storage]: Required value]
            /api/v1/namespaces/demo/persistentvolumeclaims | 'spec':{'accessModes':['ReadOften'],'resources':{'requests':{'storage':'0'}}} | [spec.accessModes: Unsupported value: "ReadOften": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod", spec.resources[storage]: Invalid value: "0": must be greater than zero]
            /api/v1/persistentvolumes | 'spec':{} | [spec.accessModes: Required value, spec.capacity: Required value, spec.capacity: Unsupported value: core.ResourceList(nil): supported values: "storage", spec: Required value: must specify a volume type]
            /api/v1/namespaces/demo/events | 'involvedObject':{'kind':'Pod','name':'p'} | involvedObject.namespace: Invalid value: "": does not match event.namespace
            /api/v1/namespaces/demo/endpoints | 'subsets':[{'addresses':[{'ip':'x'}],'ports':[{'port':0}]}] | [subsets[0].addresses[0].ip: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff), subsets[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive]
            /apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles | 'rules':[{}] | [rules[0].verbs: Required value: verbs must contain at least one value, rules[0].apiGroups: Required value: resource rules must supply at least one api group, rules[0].resources: Required value: resource rules must supply at least one resource]
            /apis/rbac.authorization.k8s.io/v1/namespaces/demo/rolebindings | 'roleRef':{'kind':'Foo'} | [roleRef.kind: Unsupported value: "Foo": supported values: "Role", "ClusterRole", roleRef.name: Required value]
            /apis/rbac.authorization.k8s.io/v1/clusterrolebindings | 'roleRef':{'kind':'ClusterRole','name':'c'},'subjects':[{'kind':'ServiceAccount','name':'s'}] | subjects[0].namespace: Required value
            /apis/coordination.k8s.io/v1/namespaces/demo/leases | 'spec':{'leaseDurationSeconds':0,'leaseTransitions':-1} | [spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0, spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0]
            /apis/scheduling.k8s.io/v1/priorityclasses | 'value':1000000001 | value: Forbidden: maximum allowed value of a user defined priority is 1000000000
            /apis/policy/v1/namespaces/demo/poddisruptionbudgets | 'spec':{'minAvailable':'a'} | spec.minAvailable: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:"a"}: a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')
            /apis/storage.k8s.io/v1/storageclasses | 'parameters':{'a':'b'} | provisioner: Required value
            /apis/networking.k8s.io/v1/namespaces/demo/networkpolicies | 'spec':{'ingress':[{'from':[{}]}]} | spec.ingress[0].from[0]: Required value: must specify a peer
            /apis/networking.k8s.io/v1/namespaces/demo/networkpolicies | 'spec':{'egress':[{'to':[{'ipBlock':{'cidr':'10.0.0.0/8','except':['10.0.0.0/8']}}]}]} | spec.egress[0].to[0].ipBlock.except[0]: Invalid value: "10.0.0.0/8": must be a strict subset of `cidr`
            /apis/networking.k8s.io/v1/namespaces/demo/ingresses | 'spec':{} | spec: Invalid value: []networking.IngressRule(nil): either `defaultBackend` or `rules` must be specified
            /apis/networking.k8s.io/v1/namespaces/demo/ingresses | 'spec':{'rules':[{'host':'h','http':{'paths':[{'path':'x','pathType':'Prefix','backend':{'service':{'name':'s','port':{'number':80}}}}]}}]} | spec.rules[0].http.paths[0].path: Invalid value: "x": must be an absolute path
            /apis/discovery.k8s.io/v1/namespaces/demo/endpointslices | 'addressType':'IPX' | addressType: Unsupported value: "IPX": supported values: "FQDN", "IPv4", "IPv6"
            """)
    void others(String path, String members, String why) {
        assertThat(refusal(path, "x", members)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/v1/namespaces                        | A.b   | metadata.name: Invalid value: "A.b": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
            /api/v1/namespaces                        | a.b   | metadata.name: Invalid value: "a.b": must not contain dots
            /apis/scheduling.k8s.io/v1/priorityclasses | system-x | metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-x is not a known system priority class
            """)
    void names(String path, String name, String why) {
        assertThat(refusal(path, name, "")).isEqualTo(why);
    }
}
