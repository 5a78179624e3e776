package dev.hcp.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.transport.http.HttpApiServer;
import dev.hcp.simulator.transport.http.ServerSettings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see of a management cluster whose control plane goes away and comes back. */
class LostApiTest {
    private static final String TOKEN = "token";
    private static final int SECONDS = 10;

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    /** @param reconnects how often a watch begins again; -1 for as often as it takes */
    private static Config config(String url, int reconnects) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(url)
                .withOauthToken(TOKEN)
                .withNamespace("default")
                .withWatchReconnectInterval(20)
                .withWatchReconnectLimit(reconnects)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .build();
    }

    private KubernetesClient inProcess(int reconnects) {
        return new KubernetesClientBuilder()
                .withConfig(config("http://simulator.invalid", reconnects))
                .withHttpClientFactory(simulator.httpClientFactory())
                .build();
    }

    @Test
    void in_process_requests_are_refused_and_an_informer_goes_on_where_it_was() throws Exception {
        try (KubernetesClient client = inProcess(-1);
                KubernetesClient once = inProcess(0)) {
            outage(client, once);
        }
    }

    private static KubernetesClient over(HttpApiServer server, int reconnects) {
        return new KubernetesClientBuilder()
                .withConfig(config(server.url(), reconnects))
                .build();
    }

    @Test
    void over_http_requests_are_refused_and_an_informer_goes_on_where_it_was() throws Exception {
        try (HttpApiServer server = HttpApiServer.listen(new ServerSettings("127.0.0.1", 0, false, TOKEN))) {
            server.serve(simulator.served());
            try (KubernetesClient client = over(server, -1);
                    KubernetesClient once = over(server, 0)) {
                outage(client, once);
            }
        }
    }

    /** @param once a client whose watches end when they are cut */
    private void outage(KubernetesClient client, KubernetesClient once) throws Exception {
        Map<String, CountDownLatch> seen = new ConcurrentHashMap<>();
        Ended ended = new Ended();
        try (SharedIndexInformer<ConfigMap> informer =
                        client.configMaps().inNamespace("default").inform(noting(seen));
                Watch watch = once.configMaps().inNamespace("default").watch(ended)) {
            assertThat(watch).isNotNull();
            client.resource(map("before")).create();
            await(seen, "before");
            assertThat(informer.isWatching()).isTrue();

            InjectedFault fault = simulator.inject(new Fault.ManagementControlPlaneLost());
            ended.await();
            assertThatThrownBy(() -> client.resource(map("meanwhile")).create())
                    .isInstanceOf(KubernetesClientException.class);
            assertThatThrownBy(() -> client.configMaps().inNamespace("default").list())
                    .isInstanceOf(KubernetesClientException.class);

            fault.mend();
            client.resource(map("after")).create();
            await(seen, "after");
            assertThat(seen).doesNotContainKey("meanwhile");
        }
    }

    private static ResourceEventHandler<ConfigMap> noting(Map<String, CountDownLatch> seen) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap added) {
                latch(seen, added.getMetadata().getName()).countDown();
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                // Nobody updates them.
            }

            @Override
            public void onDelete(ConfigMap gone, boolean unknown) {
                // Nobody deletes them.
            }
        };
    }

    private static CountDownLatch latch(Map<String, CountDownLatch> seen, String name) {
        return seen.computeIfAbsent(name, each -> new CountDownLatch(1));
    }

    private static void await(Map<String, CountDownLatch> seen, String name) throws InterruptedException {
        assertThat(latch(seen, name).await(SECONDS, TimeUnit.SECONDS)).as(name).isTrue();
    }

    /** Hears of the end of a watch. */
    private static final class Ended implements Watcher<ConfigMap> {
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        void await() throws InterruptedException, ExecutionException, TimeoutException {
            over.get(SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void eventReceived(Action action, ConfigMap map) {
            // It is its end that matters.
        }

        @Override
        public void onClose(WatcherException cause) {
            over.complete(null);
        }
    }
}
