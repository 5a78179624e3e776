package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that {@code kubectl get} shows of built-in kinds. */
public final class BuiltInColumns {
    private static final String NONE = "<none>";
    private static final Column NAME = named("Name", object -> text(object, "metadata", "name"));
    private static final Column AGE = new Column(
            "Age", "string", "", "", 0, (object, now) -> Column.age(object.text("metadata", "creationTimestamp"), now));
    private static final List<Column> DEFAULT = List.of(
            NAME,
            new Column("Created At", "date", "", "", 0, (object, now) -> object.text("metadata", "creationTimestamp")));

    private static final Map<String, List<Column>> COLUMNS = Map.ofEntries(
            Map.entry(
                    "/namespaces",
                    List.of(
                            NAME,
                            Column.text(
                                    "Status", "", "The status of the namespace", 0, o -> text(o, "status", "phase")),
                            AGE)),
            Map.entry("/pods", PodColumns.columns(NAME, AGE)),
            Map.entry("/services", ServiceColumns.columns(NAME, AGE)),
            Map.entry("/endpoints", List.of(NAME, column("Endpoints", ServiceColumns::endpoints), AGE)),
            Map.entry(
                    "/secrets",
                    List.of(
                            NAME,
                            column("Type", o -> text(o, "type")),
                            count("Data", o -> (long) o.object("data").size()),
                            AGE)),
            Map.entry(
                    "/configmaps",
                    List.of(
                            NAME,
                            count(
                                    "Data",
                                    o -> (long) o.object("data").size()
                                            + o.object("binaryData").size()),
                            AGE)),
            Map.entry(
                    "/serviceaccounts",
                    List.of(
                            NAME,
                            count("Secrets", o -> (long) o.array("secrets").size()),
                            AGE)),
            Map.entry("/nodes", NodeColumns.columns(NAME, AGE)),
            Map.entry("/persistentvolumeclaims", VolumeColumns.claims(NAME, AGE)),
            Map.entry("/persistentvolumes", VolumeColumns.volumes(NAME, AGE)),
            Map.entry("/events", EventColumns.columns()),
            Map.entry("apps/deployments", WorkloadColumns.deployments(NAME, AGE)),
            Map.entry("apps/statefulsets", WorkloadColumns.statefulSets(NAME, AGE)),
            Map.entry("apps/replicasets", WorkloadColumns.replicaSets(NAME, AGE)),
            Map.entry("apps/daemonsets", WorkloadColumns.daemonSets(NAME, AGE)),
            Map.entry("batch/jobs", WorkloadColumns.jobs(NAME, AGE)),
            Map.entry("batch/cronjobs", WorkloadColumns.cronJobs(NAME, AGE)),
            Map.entry("rbac.authorization.k8s.io/rolebindings", bindings()),
            Map.entry("rbac.authorization.k8s.io/clusterrolebindings", bindings()),
            Map.entry(
                    "coordination.k8s.io/leases",
                    List.of(NAME, column("Holder", o -> text(o, "spec", "holderIdentity")), AGE)),
            Map.entry(
                    "scheduling.k8s.io/priorityclasses",
                    List.of(
                            NAME,
                            new Column("Value", "integer", "", "Value", 0, (o, now) -> o.integer(0, "value")),
                            new Column(
                                    "Global-Default",
                                    "boolean",
                                    "",
                                    "Global-Default",
                                    0,
                                    (o, now) -> o.isTrue("globalDefault")),
                            AGE,
                            column("PreemptionPolicy", o -> text(o, "preemptionPolicy")))),
            Map.entry(
                    "networking.k8s.io/networkpolicies",
                    List.of(NAME, column("Pod-Selector", o -> selector(o.object("spec", "podSelector"))), AGE)),
            Map.entry("networking.k8s.io/ingresses", ServiceColumns.ingresses(NAME, AGE)),
            Map.entry(
                    "policy/poddisruptionbudgets",
                    List.of(
                            NAME,
                            column("Min Available", o -> orNotApplicable(o.at("spec", "minAvailable"))),
                            column("Max Unavailable", o -> orNotApplicable(o.at("spec", "maxUnavailable"))),
                            new Column(
                                    "Allowed Disruptions",
                                    "integer",
                                    "",
                                    "Allowed Disruptions",
                                    0,
                                    (o, now) -> o.integer(0, "status", "disruptionsAllowed")),
                            AGE)),
            Map.entry("storage.k8s.io/storageclasses", VolumeColumns.storageClasses(NAME, AGE)),
            Map.entry(
                    "discovery.k8s.io/endpointslices",
                    List.of(
                            NAME,
                            column("AddressType", o -> text(o, "addressType")),
                            column("Ports", ServiceColumns::slicePorts),
                            column("Endpoints", ServiceColumns::sliceEndpoints),
                            AGE)),
            Map.entry("/replicationcontrollers", WorkloadColumns.replicationControllers(NAME, AGE)),
            Map.entry("/podtemplates", WorkloadColumns.podTemplates(NAME)),
            Map.entry("apps/controllerrevisions", WorkloadColumns.controllerRevisions(NAME, AGE)),
            Map.entry("/resourcequotas", PolicyColumns.quotas(NAME, AGE)),
            Map.entry("/componentstatuses", PolicyColumns.components(NAME)),
            Map.entry("autoscaling/horizontalpodautoscalers", AutoscalerColumns.columns(NAME, AGE)),
            Map.entry("certificates.k8s.io/certificatesigningrequests", CertificateColumns.columns(NAME, AGE)),
            Map.entry("networking.k8s.io/ingressclasses", PolicyColumns.ingressClasses(NAME, AGE)),
            Map.entry("node.k8s.io/runtimeclasses", PolicyColumns.runtimeClasses(NAME, AGE)),
            Map.entry("storage.k8s.io/csidrivers", CsiColumns.drivers(NAME, AGE)),
            Map.entry("storage.k8s.io/csinodes", CsiColumns.nodes(NAME, AGE)),
            Map.entry("storage.k8s.io/csistoragecapacities", CsiColumns.capacities(NAME)),
            Map.entry("storage.k8s.io/volumeattachments", CsiColumns.attachments(NAME, AGE)),
            Map.entry(
                    "admissionregistration.k8s.io/mutatingwebhookconfigurations", ExtensionColumns.webhooks(NAME, AGE)),
            Map.entry(
                    "admissionregistration.k8s.io/validatingwebhookconfigurations",
                    ExtensionColumns.webhooks(NAME, AGE)),
            Map.entry("admissionregistration.k8s.io/validatingadmissionpolicies", ExtensionColumns.policies(NAME, AGE)),
            Map.entry(
                    "admissionregistration.k8s.io/validatingadmissionpolicybindings",
                    ExtensionColumns.bindings(NAME, AGE)),
            Map.entry("apiregistration.k8s.io/apiservices", ExtensionColumns.apiServices(NAME, AGE)),
            Map.entry("flowcontrol.apiserver.k8s.io/flowschemas", FlowColumns.schemas(NAME, AGE)),
            Map.entry("flowcontrol.apiserver.k8s.io/prioritylevelconfigurations", FlowColumns.levels(NAME, AGE)));

    private BuiltInColumns() {}

    /** The columns of a built-in resource: its own, or name and time of creation. */
    public static List<Column> of(Resource resource) {
        return COLUMNS.getOrDefault(resource.storageId(), DEFAULT);
    }

    /** The conditions of an object's row. */
    public static JsonArray rowConditions(Resource resource, JsonObject object) {
        return resource.storageId().equals("/pods") ? PodColumns.rowConditions(object) : JsonArray.EMPTY;
    }

    static Column column(String name, Function<JsonObject, @Nullable Object> cell) {
        return Column.text(name, "", name, 0, cell);
    }

    static Column wide(String name, Function<JsonObject, @Nullable Object> cell) {
        return Column.text(name, "", name, 1, cell);
    }

    static Column count(String name, Function<JsonObject, @Nullable Object> cell) {
        return Column.text(name, "", name, 0, cell);
    }

    static Column named(String name, Function<JsonObject, @Nullable Object> cell) {
        return Column.text(name, "name", "", 0, cell);
    }

    private static String orNotApplicable(@Nullable Object value) {
        return value == null ? "N/A" : String.valueOf(value);
    }

    /** A label selector in the form of the command line. */
    static String selector(JsonObject selector) {
        List<String> parts = new ArrayList<>();
        JsonObject labels = selector.object("matchLabels");
        for (int i = 0; i < labels.size(); i++) {
            parts.add(labels.keyAt(i) + "=" + labels.valueAt(i));
        }
        JsonArray expressions = selector.array("matchExpressions");
        for (int i = 0; i < expressions.size(); i++) {
            JsonObject each = expressions.object(i);
            String key = text(each, "key");
            String values = joined(new TreeSet<>(
                    each.array("values").stream().map(String::valueOf).toList()));
            parts.add(
                    switch (text(each, "operator")) {
                        case "Exists" -> key;
                        case "DoesNotExist" -> "!" + key;
                        case "NotIn" -> key + " notin (" + values + ")";
                        default -> key + " in (" + values + ")";
                    });
        }
        return parts.isEmpty() ? NONE : joined(parts);
    }

    /** A label selector in the form of the command line; empty when it selects everything. */
    public static String selectorText(JsonObject selector) {
        String text = selector(selector);
        return text.equals(NONE) ? "" : text;
    }

    static String joined(Iterable<String> parts) {
        return String.join(",", parts);
    }

    /** Texts with commas between them, or {@code <none>}. */
    static String orNone(List<String> parts) {
        return parts.isEmpty() ? NONE : joined(parts);
    }

    /** A text, or {@code <none>}. */
    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    private static List<Column> bindings() {
        return List.of(
                NAME,
                column("Role", o -> text(o, "roleRef", "kind") + "/" + text(o, "roleRef", "name")),
                AGE,
                wide("Users", o -> subjects(o, "User")),
                wide("Groups", o -> subjects(o, "Group")),
                wide("ServiceAccounts", o -> subjects(o, "ServiceAccount")));
    }

    private static String subjects(JsonObject binding, String kind) {
        List<String> names = new ArrayList<>();
        JsonArray subjects = binding.array("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            JsonObject subject = subjects.object(i);
            if (kind.equals(subject.text("kind"))) {
                boolean account = kind.equals("ServiceAccount");
                names.add((account ? text(subject, "namespace") + "/" : "") + text(subject, "name"));
            }
        }
        return String.join(", ", names);
    }
}
