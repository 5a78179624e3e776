package dev.hcp.samples.cli;

import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.dump.ClusterDump;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hcp dump}. */
@Command(footer = {"", "Examples:", "  hcp dump demo --dir demo-dump", "  hcp dump demo --archive demo.tar.gz"})
final class DumpCommand extends OnCluster {
    @Option(
            names = "--dir",
            paramLabel = "DIRECTORY",
            description = "Directory to write into; does not exist yet, or is empty.")
    private @Nullable Path directory;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Instead: compressed archive to write, such as demo.tar.gz; does not exist yet.")
    private @Nullable Path archive;

    DumpCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        HostedClusterResource cluster = cluster();
        ClusterDump dump;
        if (directory != null && archive == null) {
            dump = cluster.dump(directory);
        } else if (archive != null && directory == null) {
            dump = DumpArchive.write(archive, cluster.name() + "-dump", cluster::dump);
        } else {
            throw new UsageException("give either --dir DIRECTORY or --archive FILE, to say where to write");
        }
        dump.problems().forEach(problem -> session.streams().err().println("hcp: " + problem));
        session.streams().out().println(dump.files().size() + " files in " + (archive == null ? directory : archive));
        return ExitCodes.OK;
    }
}
