package dev.hcp.samples.cli;

import dev.hcp.client.Kubeconfigs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp create kubeconfig}. */
@Command
final class CreateKubeconfig implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace of the cluster. Default: clusters.")
    private String namespace = "clusters";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of the cluster. Default: all of the namespace, as one kubeconfig.")
    private String name = "";

    CreateKubeconfig(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            Kubeconfigs all = session.hcp().kubeconfigs(namespace);
            all.skipped().forEach(line -> session.streams().err().println("hcp: " + line));
            session.streams().out().print(all.text());
        } else {
            session.streams()
                    .out()
                    .print(session.hcp().hostedCluster(namespace, name).kubeconfig());
        }
        return ExitCodes.OK;
    }
}
