package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.pods.ContainerProcess;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A process on the channels of the remote command protocol: 0 to 2 are its standard streams, 3 says how it ended, 4 tells
 * the size of the window, 255 closes another.
 */
final class ProcessChannels implements ApiResponse.Channels {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int ERROR = 2;
    private static final int END = 3;
    private static final int RESIZE = 4;
    private static final int CLOSE = 255;

    private final @Nullable ContainerProcess process;
    private final String missing;
    private final boolean takesInput;
    private final boolean showsOutput;
    private final boolean showsErrors;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param process what runs; null when there is no such program
     * @param missing what to say then
     */
    ProcessChannels(
            @Nullable ContainerProcess process,
            String missing,
            boolean takesInput,
            boolean showsOutput,
            boolean showsErrors) {
        this.process = process;
        this.missing = missing;
        this.takesInput = takesInput;
        this.showsOutput = showsOutput;
        this.showsErrors = showsErrors;
    }

    @Override
    public void open(ApiResponse.ChannelSink sink) {
        ContainerProcess running = process;
        if (running == null) {
            end(sink, Failures.internal(missing).status());
            return;
        }
        running.start(new ContainerProcess.Console() {
            @Override
            public void print(byte[] bytes) {
                if (showsOutput && !over.get()) {
                    sink.send(OUTPUT, bytes);
                }
            }

            @Override
            public void complain(byte[] bytes) {
                if (showsErrors && !over.get()) {
                    sink.send(ERROR, bytes);
                }
            }

            @Override
            public void exit(int code) {
                end(sink, code == 0 ? success() : exited(code));
            }
        });
    }

    private void end(ApiResponse.ChannelSink sink, JsonObject status) {
        if (over.compareAndSet(false, true)) {
            sink.send(END, Json.writeBytes(status));
            sink.end();
        }
    }

    private static JsonObject success() {
        return JsonObject.of("metadata", JsonObject.EMPTY, "status", "Success");
    }

    private static JsonObject exited(int code) {
        return JsonObject.of(
                "metadata",
                JsonObject.EMPTY,
                "status",
                "Failure",
                "message",
                "command terminated with non-zero exit code: exit status " + code,
                "reason",
                "NonZeroExitCode",
                "details",
                JsonObject.of(
                        "causes",
                        JsonArray.of(JsonObject.of("reason", "ExitCode", "message", Integer.toString(code)))));
    }

    @Override
    public void received(int channel, byte[] bytes) {
        ContainerProcess running = process;
        if (running == null || over.get()) {
            return;
        }
        switch (channel) {
            case INPUT -> {
                if (takesInput) {
                    running.input(bytes);
                }
            }
            case RESIZE -> resize(running, bytes);
            case CLOSE -> {
                if (bytes.length == 1 && bytes[0] == INPUT) {
                    running.endOfInput();
                }
            }
            default -> {
                // The client speaks on channels that are the server's: there is nobody to tell.
            }
        }
    }

    private static void resize(ContainerProcess running, byte[] bytes) {
        try {
            JsonObject size = Json.parseObject(new String(bytes, StandardCharsets.UTF_8));
            running.resized((int) size.integer(0, "Width"), (int) size.integer(0, "Height"));
        } catch (JsonSyntaxException e) {
            // As the kubelet does: a size that cannot be read is no size.
        }
    }

    @Override
    public void close() {
        ContainerProcess running = process;
        if (running != null && over.compareAndSet(false, true)) {
            running.hangUp();
        }
    }
}
