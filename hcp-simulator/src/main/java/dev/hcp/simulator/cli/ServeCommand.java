package dev.hcp.simulator.cli;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a management cluster until the process is told to stop. */
@Command(
        name = "serve",
        description = {
            "Serves a simulated management cluster for kubectl and any other client.",
            "",
            "HostedClusters and NodePools that you create come to life as on a real one: control planes start, machines"
                    + " boot, nodes join. Nothing outlives the process.",
            ""
        },
        footer = {
            "",
            "When ready it prints one line, \"ready URL\". Stop it with Ctrl-C or SIGTERM.",
            "",
            "Example:",
            "  hcp-sim serve --kubeconfig mgmt.kubeconfig --speed 60 &",
            "  kubectl --kubeconfig mgmt.kubeconfig get hostedclusters,nodepools -A"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = HcpSim.Version.class)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "TCP port to listen on; a free one when 0 or not given.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on. Default: 127.0.0.1, so that only this machine can connect.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--http",
            description =
                    "Speak plain HTTP instead of HTTPS. kubectl sends no token over plain HTTP, so it cannot log in.")
    private boolean http;

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "Bearer token that clients have to show; a random one when not given.")
    private @Nullable String token;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description =
                    "Write a kubeconfig with address, certificate authority and token to this file, readable by you"
                            + " alone.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--kubeconfig-for",
            paramLabel = "FILE=USER[,GROUP...]",
            description =
                    "Write a kubeconfig with a client certificate of this user, in these groups, to this file; may be"
                            + " repeated. Such as alice.kubeconfig=alice,developers.")
    private Map<Path, String> kubeconfigs = Map.of();

    @Option(
            names = "--token-auth-file",
            paramLabel = "FILE",
            description = "Tokens of more users, a line each: token,user,uid,\"group1,group2\".")
    private @Nullable Path tokens;

    @Option(
            names = "--rbac",
            description = "Let Roles and ClusterRoles decide what users may do. Without it, whoever logs in may do"
                    + " everything. The holder of --token may in any case.")
    private boolean roles;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            description = "How many seconds pass in the simulated world per second. Default: 1.")
    private double speed = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything that looks random, such as names and durations. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--empty",
            description = "Serve the API server alone: no custom resources but those of --crds, no controllers, no"
                    + " garbage collection; nothing happens by itself.")
    private boolean empty;

    @Option(
            names = "--without-hypershift",
            description =
                    "Leave the controllers of HyperShift out, for an operator of your own that connects. All that"
                            + " they rely on is there: their custom resources, pods, Cluster API, machines, hosted API servers.")
    private boolean withoutHyperShift;

    @Option(
            names = "--crds",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Install the custom resource definitions in the YAML and JSON files below these directories.")
    private List<Path> crds = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--port has to be between 0 and 65535, not " + port);
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new ParameterException(spec.commandLine(), "--speed has to be a number above 0, not " + speed);
        }
        if (token != null && (token.isBlank() || !token.strip().equals(token))) {
            throw new ParameterException(
                    spec.commandLine(), "--token must not be empty, nor begin or end with a space");
        }
        if (http && !kubeconfigs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--kubeconfig-for needs HTTPS: certificates are not shown over --http");
        }
        if (empty && withoutHyperShift) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--empty leaves out all that an operator needs, too; give --empty or --without-hypershift");
        }
        String administrator = token();
        Map<String, User> users = new HashMap<>(tokens == null ? Map.of() : TokenFile.read(tokens));
        users.put(administrator, User.ADMINISTRATOR);
        Simulator.Builder options =
                Simulator.builder().seed(seed).startAt(Instant.now()).tokens(users);
        if (roles) {
            options.roleBasedAccess();
        }
        if (empty) {
            options.empty();
        }
        if (withoutHyperShift) {
            options.withoutHyperShift();
        }
        Serving serving = Serving.start(
                new ServerSettings(bind, port, !http, administrator), options, DefinitionFiles.read(crds), speed);
        try {
            if (kubeconfig != null) {
                PrivateFile.write(kubeconfig, serving.kubeconfig());
            }
            kubeconfigs.forEach((file, user) -> {
                List<String> names = List.of(user.split(","));
                PrivateFile.write(file, serving.kubeconfigFor(names.get(0), names.subList(1, names.size())));
            });
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
        stopOnSignal(serving);
        announce(serving.url());
        new CountDownLatch(1).await();
        return 0;
    }

    private void announce(String url) {
        if (kubeconfig == null && token == null && tokens == null && kubeconfigs.isEmpty()) {
            warn("neither --kubeconfig nor --token is given, so nobody knows the token to log in with");
        }
        if (!isLoopback(bind)) {
            if (http) {
                warn("other machines reach " + bind + ", and over plain HTTP anybody on the way reads the tokens");
            }
            if (!roles) {
                warn("other machines reach " + bind + ", and without --rbac whoever has a token may do everything");
            }
        }
        spec.commandLine().getOut().println("ready " + url);
        spec.commandLine().getOut().flush();
    }

    private void warn(String what) {
        spec.commandLine().getErr().println("hcp-sim: " + what);
        spec.commandLine().getErr().flush();
    }

    static boolean isLoopback(String address) {
        return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
    }

    /** On SIGTERM or SIGINT all is closed and the process ends with 0, where the JVM would say 143 or 130. */
    private static void stopOnSignal(Serving serving) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            serving.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "hcp-sim-stop"));
    }

    private String token() {
        if (token != null) {
            return token;
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
