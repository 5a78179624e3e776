package dev.hcp.samples.cli;

import dev.hcp.client.dump.ClusterDump;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp dump}. */
@Command
final class DumpCommand extends OnCluster {
    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            required = true,
            description = "Where to write; does not exist yet, or is empty.")
    private Path directory = Path.of("");

    DumpCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        ClusterDump dump = cluster().dump(directory);
        dump.problems().forEach(problem -> session.streams().err().println("hcp: " + problem));
        session.streams().out().println(dump.files().size() + " files in " + dump.directory());
        return ExitCodes.OK;
    }
}
