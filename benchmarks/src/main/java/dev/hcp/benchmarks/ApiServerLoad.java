package dev.hcp.benchmarks;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import java.util.Locale;

/**
 * The API server over HTTPS under load, and fabric8's mock server in CRUD mode under the same load, in one run: server and
 * generator share the machine, so the ratios are what to read.
 *
 * <p>Objects are config maps of some 300 bytes.
 */
final class ApiServerLoad {
    private static final int CONNECTIONS = 16;
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    private final LoadGenerator load;
    private final int objects;

    private ApiServerLoad(LoadGenerator load, int objects) {
        this.load = load;
        this.objects = objects;
    }

    /**
     * What the servers gave, in requests per second.
     *
     * @param lists lists of all objects, one connection
     */
    private record Figures(double creates, double lastCreates, double gets, double patches, double lists) {}

    /** @param args number of objects, such as 10000 */
    public static void main(String[] args) throws InterruptedException {
        int objects = Integer.parseInt(args[0]);
        Figures ours = ours(objects);
        Figures mock = fabric8(objects);
        System.out.printf(
                Locale.ROOT, "%n| %,d objects, %d connections, HTTPS | here | fabric8's mock | ratio |%n", objects, CONNECTIONS);
        System.out.println("|---|---|---|---|");
        row("creates per second, from the first on", ours.creates, mock.creates);
        row("creates per second, the last tenth", ours.lastCreates, mock.lastCreates);
        row("gets per second", ours.gets, mock.gets);
        row("merge patches per second", ours.patches, mock.patches);
        row("lists of all per second (1 connection)", ours.lists, mock.lists);
    }

    private static void row(String what, double ours, double mock) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f | %,.1f | %,.0f |%n", what, ours, mock, ours / mock);
    }

    private static Figures ours(int objects) throws InterruptedException {
        String token = "load-test-token";
        try (HttpApiServer server = HttpApiServer.listen(ServerSettings.loopback(token));
                Simulator simulator = Simulator.builder().empty().start()) {
            server.serve(simulator.served());
            ApiServerLoad load = new ApiServerLoad(new LoadGenerator(server.url(), token), objects);
            load.warmUp();
            return load.measure("here", 20 * objects, 4 * objects, 40);
        }
    }

    private static Figures fabric8(int objects) throws InterruptedException {
        try (MockServer server = MockServer.start(true)) {
            ApiServerLoad load = new ApiServerLoad(new LoadGenerator(server.url(), ""), objects);
            return load.measure("fabric8's mock", objects / 20, objects / 50, 10);
        }
    }

    /** Compiles what is measured, on objects that are gone afterwards. */
    private void warmUp() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            load.run(CONNECTIONS, 10_000, i -> create("warm-" + i));
            load.run(CONNECTIONS, 20_000, i -> load.request("GET", MAPS + "/warm-" + i % 10_000, "", ""));
            load.run(CONNECTIONS, 10_000, i -> patch("warm-" + i, i));
            load.run(1, 20, i -> load.request("GET", MAPS, "", ""));
            load.run(1, 1, i -> load.request("DELETE", MAPS, "", ""));
        }
    }

    private Figures measure(String name, int gets, int patches, int lists) throws InterruptedException {
        int most = objects - objects / 10;
        LoadGenerator.Result first = load.run(CONNECTIONS, most, i -> create("map-" + i));
        System.out.println(name + ": creates 0 to " + most + ": " + first);
        LoadGenerator.Result last = load.run(CONNECTIONS, objects - most, i -> create("map-" + (most + i)));
        System.out.println(name + ": creates " + most + " to " + objects + ": " + last);
        LoadGenerator.Result got =
                load.run(CONNECTIONS, gets, i -> load.request("GET", MAPS + "/map-" + i % objects, "", ""));
        System.out.println(name + ": gets: " + got);
        LoadGenerator.Result patched = load.run(CONNECTIONS, patches, i -> patch("map-" + i % objects, i));
        System.out.println(name + ": merge patches: " + patched);
        LoadGenerator.Result listed = load.run(1, lists, i -> load.request("GET", MAPS, "", ""));
        System.out.println(name + ": lists of " + objects + ": " + listed);
        return new Figures(
                first.perSecond(), last.perSecond(), got.perSecond(), patched.perSecond(), listed.perSecond());
    }

    private byte[] create(String name) {
        return load.request(
                "POST",
                MAPS,
                "application/json",
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name
                        + "\",\"namespace\":\"default\",\"labels\":{\"app\":\"load\"}},\"data\":{\"one\":\"1\",\"two\":\""
                        + "x".repeat(150) + "\"}}");
    }

    private byte[] patch(String name, int number) {
        return load.request(
                "PATCH", MAPS + "/" + name, "application/merge-patch+json", "{\"data\":{\"one\":\"" + number + "\"}}");
    }
}
