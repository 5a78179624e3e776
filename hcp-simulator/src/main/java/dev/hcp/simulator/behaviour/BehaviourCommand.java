package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.Json;
import java.io.PrintStream;
import java.nio.file.Path;

/** Plays a recording and prints what came of it. */
public final class BehaviourCommand {
    private BehaviourCommand() {}

    /** The one argument is the path of a recording; nothing but the result goes to standard output. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: behaviour FILE");
            System.exit(2);
        }
        run(Path.of(arguments[0]), System.out);
    }

    /** Plays a recording and prints the result as JSON. */
    public static void run(Path recording, PrintStream out) {
        out.println(Json.write(RecordingPlayer.play(recording)));
    }
}
