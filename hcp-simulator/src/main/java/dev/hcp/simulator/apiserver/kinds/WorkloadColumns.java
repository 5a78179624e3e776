package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.count;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.joined;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of workloads. */
final class WorkloadColumns {
    private static final String[] TEMPLATE = {"spec", "template", "spec"};
    private static final String[] CRON_TEMPLATE = {"spec", "jobTemplate", "spec", "template", "spec"};

    private WorkloadColumns() {}

    private static Column integer(String name, String... path) {
        return new Column(name, "integer", "", name, 0, (object, now) -> object.integer(0, path));
    }

    private static Column containers(String[] template) {
        return wide("Containers", object -> each(object.array(with(template, "containers")), "name"));
    }

    private static Column images(String[] template) {
        return wide("Images", object -> each(object.array(with(template, "containers")), "image"));
    }

    private static Column selector() {
        return wide("Selector", object -> BuiltInColumns.selector(object.object("spec", "selector")));
    }

    private static String[] with(String[] path, String last) {
        String[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = last;
        return longer;
    }

    private static String each(JsonArray containers, String field) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            values.add(text(containers.object(i), field));
        }
        return joined(values);
    }

    private static Column ready() {
        return column(
                "Ready",
                object -> object.integer(0, "status", "readyReplicas") + "/" + object.integer(0, "spec", "replicas"));
    }

    static List<Column> deployments(Column name, Column age) {
        return List.of(
                name,
                ready(),
                count("Up-to-date", object -> object.integer(0, "status", "updatedReplicas")),
                count("Available", object -> object.integer(0, "status", "availableReplicas")),
                age,
                containers(TEMPLATE),
                images(TEMPLATE),
                selector());
    }

    static List<Column> statefulSets(Column name, Column age) {
        return List.of(name, ready(), age, containers(TEMPLATE), images(TEMPLATE));
    }

    static List<Column> replicaSets(Column name, Column age) {
        return List.of(
                name,
                integer("Desired", "spec", "replicas"),
                integer("Current", "status", "replicas"),
                integer("Ready", "status", "readyReplicas"),
                age,
                containers(TEMPLATE),
                images(TEMPLATE),
                selector());
    }

    static List<Column> replicationControllers(Column name, Column age) {
        return List.of(
                name,
                integer("Desired", "spec", "replicas"),
                integer("Current", "status", "replicas"),
                integer("Ready", "status", "readyReplicas"),
                age,
                containers(TEMPLATE),
                images(TEMPLATE),
                wide(
                        "Selector",
                        object -> BuiltInColumns.selector(
                                JsonObject.of("matchLabels", object.object("spec", "selector")))));
    }

    static List<Column> podTemplates(Column name) {
        String[] template = {"template", "spec"};
        return List.of(
                name,
                column("Containers", object -> each(object.array(with(template, "containers")), "name")),
                column("Images", object -> each(object.array(with(template, "containers")), "image")),
                column(
                        "Pod Labels",
                        object -> BuiltInColumns.selector(
                                JsonObject.of("matchLabels", object.object("template", "metadata", "labels")))));
    }

    static List<Column> controllerRevisions(Column name, Column age) {
        return List.of(
                name,
                Column.text("Controller", "", "Controller of the object", 0, WorkloadColumns::controller),
                Column.text(
                        "Revision",
                        "",
                        "Revision indicates the revision of the state represented by Data.",
                        0,
                        object -> object.integer(0, "revision")),
                age);
    }

    private static String controller(JsonObject object) {
        JsonArray owners = object.array("metadata", "ownerReferences");
        for (int i = 0; i < owners.size(); i++) {
            JsonObject owner = owners.object(i);
            if (owner.isTrue("controller")) {
                String version = text(owner, "apiVersion");
                int slash = version.indexOf('/');
                String group = slash < 0 ? "" : "." + version.substring(0, slash);
                return text(owner, "kind").toLowerCase(Locale.ROOT) + group + "/" + text(owner, "name");
            }
        }
        return "<none>";
    }

    static List<Column> daemonSets(Column name, Column age) {
        return List.of(
                name,
                integer("Desired", "status", "desiredNumberScheduled"),
                integer("Current", "status", "currentNumberScheduled"),
                integer("Ready", "status", "numberReady"),
                integer("Up-to-date", "status", "updatedNumberScheduled"),
                integer("Available", "status", "numberAvailable"),
                column(
                        "Node Selector",
                        object -> BuiltInColumns.selector(JsonObject.of(
                                "matchLabels", object.object("spec", "template", "spec", "nodeSelector")))),
                age,
                containers(TEMPLATE),
                images(TEMPLATE),
                selector());
    }

    static List<Column> jobs(Column name, Column age) {
        return List.of(
                name,
                column("Status", WorkloadColumns::jobStatus),
                column("Completions", WorkloadColumns::completions),
                new Column("Duration", "string", "", "Duration", 0, (job, now) -> duration(job, now)),
                age,
                containers(TEMPLATE),
                images(TEMPLATE),
                selector());
    }

    private static String jobStatus(JsonObject job) {
        JsonArray conditions = job.array("status", "conditions");
        for (String type : List.of("Complete", "Failed", "Suspended", "FailureTarget", "SuccessCriteriaMet")) {
            for (int i = 0; i < conditions.size(); i++) {
                if (type.equals(conditions.object(i).text("type"))
                        && "True".equals(conditions.object(i).text("status"))) {
                    return type;
                }
            }
        }
        return job.at("metadata", "deletionTimestamp") != null ? "Terminating" : "Running";
    }

    private static String completions(JsonObject job) {
        long succeeded = job.integer(0, "status", "succeeded");
        if (job.at("spec", "completions") != null) {
            return succeeded + "/" + job.integer(0, "spec", "completions");
        }
        long parallelism = job.integer(0, "spec", "parallelism");
        return parallelism > 1 ? succeeded + "/1 of " + parallelism : succeeded + "/1";
    }

    private static String duration(JsonObject job, Instant now) {
        String started = text(job, "status", "startTime");
        if (started.isEmpty()) {
            return "";
        }
        String ended = text(job, "status", "completionTime");
        Instant end = ended.isEmpty() ? now : Instant.parse(ended);
        return Column.duration(Duration.between(Instant.parse(started), end));
    }

    static List<Column> cronJobs(Column name, Column age) {
        return List.of(
                name,
                column("Schedule", job -> text(job, "spec", "schedule")),
                column("Timezone", job -> orNone(text(job, "spec", "timeZone"))),
                new Column(
                        "Suspend",
                        "boolean",
                        "",
                        "Suspend",
                        0,
                        (job, now) -> job.isTrue("spec", "suspend") ? "True" : "False"),
                integerCount(),
                new Column(
                        "Last Schedule",
                        "string",
                        "",
                        "Last Schedule",
                        0,
                        (job, now) -> job.text("status", "lastScheduleTime") == null
                                ? "<none>"
                                : Column.age(job.text("status", "lastScheduleTime"), now)),
                age,
                containers(CRON_TEMPLATE),
                images(CRON_TEMPLATE),
                wide(
                        "Selector",
                        job -> BuiltInColumns.selector(job.object("spec", "jobTemplate", "spec", "selector"))));
    }

    private static Column integerCount() {
        return new Column("Active", "integer", "", "Active", 0, (job, now) ->
                (long) job.array("status", "active").size());
    }
}
