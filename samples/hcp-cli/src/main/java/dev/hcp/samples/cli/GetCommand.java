package dev.hcp.samples.cli;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.Tables;
import dev.hcp.client.status.ApiObjects;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hcp get clusters}, {@code hcp get nodepools} and {@code hcp get agents}: what {@code oc get} prints. */
@Command
final class GetCommand implements Callable<Integer> {
    private final Session session;
    private final String groupVersion;
    private final String plural;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only this one. Default: all.")
    private @Nullable String name;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace to look in. Default: clusters.")
    private @Nullable String namespace;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Look in all namespaces.")
    private boolean everywhere;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only those with these labels, such as team=blue,stage!=test.")
    private @Nullable String selector;

    private GetCommand(Session session, String groupVersion, String plural) {
        this.session = session;
        this.groupVersion = groupVersion;
        this.plural = plural;
    }

    static GetCommand clusters(Session session) {
        return new GetCommand(session, "hypershift.openshift.io/v1beta1", "hostedclusters");
    }

    static GetCommand nodePools(Session session) {
        return new GetCommand(session, "hypershift.openshift.io/v1beta1", "nodepools");
    }

    static GetCommand agents(Session session) {
        return new GetCommand(session, "agent-install.openshift.io/v1beta1", "agents");
    }

    @Override
    public Integer call() {
        if (everywhere && namespace != null) {
            throw new UsageException("--namespace and --all-namespaces exclude each other: give one of them");
        }
        if (name != null && everywhere) {
            throw new UsageException("NAME needs a namespace: give --namespace instead of --all-namespaces");
        }
        if (name != null && selector != null) {
            throw new UsageException("NAME and --selector exclude each other: give one of them");
        }
        Tables tables = session.hcp().tables();
        String path = path();
        Printed.either(session, () -> tables.get(path).toString(), () -> {
            List<JsonObject> objects = tables.objects(path);
            return name != null
                    ? objects.get(0)
                    : JsonObject.of("apiVersion", "v1", "kind", "List", "items", JsonArray.copyOf(objects));
        });
        return ExitCodes.OK;
    }

    private String path() {
        String all = everywhere
                ? "/apis/" + groupVersion + "/" + plural
                : ApiObjects.in(namespace == null ? "clusters" : namespace, groupVersion, plural);
        if (name != null) {
            return all + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
        return selector == null ? all : all + "?labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8);
    }
}
