package dev.hcp.samples.cli;

import dev.hcp.client.HcpClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the program: its options, where it writes, and the management cluster, once a command asks for it. */
final class Session implements AutoCloseable {
    /** Columns that a bar with a message needs; on fewer the message would be cut. */
    private static final int ROOM_FOR_A_BAR = 80;

    private final GlobalOptions options = new GlobalOptions();
    private final Streams streams;
    private final Map<String, String> environment;
    private @Nullable Connection connection;

    Session(Streams streams, Map<String, String> environment) {
        this.streams = streams;
        this.environment = Map.copyOf(environment);
    }

    GlobalOptions options() {
        return options;
    }

    Streams streams() {
        return streams;
    }

    boolean isVerbose() {
        return options.verbose;
    }

    GlobalOptions.Output output() {
        return options.output;
    }

    /** What an administrator does on the management cluster. Nothing is sent before a command asks for something. */
    HcpClient hcp() {
        if (connection == null) {
            connection = options.simulate || !options.simulateWith.isEmpty()
                    ? SimulatedConnection.start(options.simulateWith)
                    : RealConnection.open(options.kubeconfig, environment);
        }
        return connection.hcp();
    }

    /** Tells a person how something is coming along. */
    Progress progress(String task, int steps) {
        return streams.terminal() && Terminal.size().columns() >= ROOM_FOR_A_BAR
                ? new ProgressBarOnTerminal(task, steps)
                : new ProgressLines(streams.err(), task);
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
