package dev.hcp.samples.cli;

import dev.hcp.client.CreateNodePool;
import dev.hcp.client.NodePoolResource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What adding a node pool is like on every platform: render it, or create it. */
abstract class CreateNodePoolCommand<B extends CreateNodePool<B>> implements Callable<Integer> {
    final Session session;

    @Mixin
    private final NodePoolFlags flags = new NodePoolFlags();

    @Option(
            names = "--render",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Print the node pool as YAML instead of creating it.")
    private boolean render;

    @Option(names = "--diff", description = "Print what would be created and changed, and change nothing.")
    private boolean diff;

    CreateNodePoolCommand(Session session) {
        this.session = session;
    }

    /** A builder for the platform with what the platform's own flags say. */
    abstract B builder(String namespace, String name);

    @Override
    public final Integer call() {
        B pool = builder(flags.namespace, flags.name);
        flags.applyTo(pool);
        if (render) {
            session.streams().out().print(pool.render());
            session.streams().err().println("NodePool " + flags.name + " was rendered, not created");
        } else if (diff) {
            pool.diff().forEach(change -> session.streams().out().println(change));
        } else {
            NodePoolResource created = pool.apply();
            Printed.result(session, created.get(), "NodePool " + flags.name + " created");
        }
        return ExitCodes.OK;
    }
}
