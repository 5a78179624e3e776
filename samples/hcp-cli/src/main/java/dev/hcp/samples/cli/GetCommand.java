package dev.hcp.samples.cli;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.client.HcpClient;
import dev.hcp.client.status.Table;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp get clusters} and {@code hcp get nodepools}. */
@Command
final class GetCommand implements Callable<Integer> {
    private final Session session;
    private final Function<HcpClient, ? extends List<? extends HasMetadata>> objects;
    private final BiFunction<HcpClient, String, Table> table;

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace to look in. Default: clusters.")
    private String namespace = "clusters";

    private GetCommand(
            Session session,
            Function<HcpClient, ? extends List<? extends HasMetadata>> objects,
            BiFunction<HcpClient, String, Table> table) {
        this.session = session;
        this.objects = objects;
        this.table = table;
    }

    static GetCommand clusters(Session session) {
        return new GetCommand(session, HcpClient::hostedClusters, (hcp, namespace) -> hcp.tables()
                .hostedClusters(namespace));
    }

    static GetCommand nodePools(Session session) {
        return new GetCommand(
                session, HcpClient::nodePools, (hcp, namespace) -> hcp.tables().nodePools(namespace));
    }

    @Override
    public Integer call() {
        switch (session.output()) {
            case TABLE -> session.streams().out().println(table.apply(session.hcp(), namespace));
            case YAML -> session.streams().out().print(Yaml.write(list()));
            case JSON -> session.streams().out().println(Json.write(list()));
        }
        return ExitCodes.OK;
    }

    private JsonObject list() {
        List<JsonObject> items = objects.apply(session.hcp()).stream()
                .filter(object -> namespace.equals(object.getMetadata().getNamespace()))
                .map(Json::toTree)
                .toList();
        return JsonObject.of("apiVersion", "v1", "kind", "List", "items", JsonArray.copyOf(items));
    }
}
