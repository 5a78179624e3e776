package dev.hcp.simulator.cli;

import dev.hcp.api.json.Json;
import dev.hcp.simulator.behaviour.RecordingPlayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a recording of a reference controller with the controller of this project. */
@Command(
        name = "behaviour",
        description = "Play a recording of a reference controller with ours, and print what came of it as JSON.",
        mixinStandardHelpOptions = true)
final class BehaviourCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the recording")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "cannot read the recording " + file);
        }
        spec.commandLine().getOut().println(Json.write(RecordingPlayer.play(file)));
        return 0;
    }
}
