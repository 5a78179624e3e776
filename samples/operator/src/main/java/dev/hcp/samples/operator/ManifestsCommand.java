package dev.hcp.samples.operator;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what to apply to a management cluster so that it runs the operator. */
@Command(
        name = "manifests",
        description = "Prints the manifests of the operator, its account and its rights, for kubectl apply.",
        mixinStandardHelpOptions = true)
final class ManifestsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--namespace", defaultValue = "hcp-operator", description = "Namespace of the operator.")
    private String namespace = "hcp-operator";

    @Option(names = "--image", required = true, description = "Image of the operator, as the README builds it.")
    private String image = "";

    @Option(names = "--replicas", defaultValue = "2", description = "One of them works, the others wait.")
    private int replicas = 2;

    @Override
    public Integer call() {
        StringBuilder documents = new StringBuilder();
        for (JsonObject manifest : new Manifests(namespace, image, replicas).all()) {
            documents.append(Serialization.asYaml(manifest));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(documents);
        out.flush();
        return 0;
    }
}
