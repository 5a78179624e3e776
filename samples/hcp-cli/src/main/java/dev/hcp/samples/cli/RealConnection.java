package dev.hcp.samples.cli;

import dev.hcp.client.HcpClient;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The management cluster of a kubeconfig. */
final class RealConnection implements Connection {
    /** How often fabric8 tries again: often enough for a hiccup, not so often that a wrong address takes minutes. */
    private static final int RETRIES = 2;

    private static final int CONNECT_MILLISECONDS = 5_000;

    private final KubernetesClient kubernetes;
    private final HcpClient hcp;

    private RealConnection(Config config) {
        HttpClient.Factory transport = new JdkHttpClientFactory();
        kubernetes = connect(config, transport);
        hcp = HcpClient.builder(kubernetes).guestHttpClients(transport).build();
    }

    /** Nothing is sent yet; but files that the kubeconfig names are read. */
    private static KubernetesClient connect(Config config, HttpClient.Factory transport) {
        try {
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(transport)
                    .build();
        } catch (KubernetesClientException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String file = root instanceof FileSystemException failure ? failure.getFile() + ": " : "";
            String reason = file + (root instanceof Exception failure ? InputFile.reason(failure) : root);
            throw new UsageException("cannot use the kubeconfig for " + config.getMasterUrl() + ": " + reason
                    + "; check the certificates, keys and tokens that it names");
        }
    }

    static RealConnection open(@Nullable Path file, Map<String, String> environment) {
        Config config = file != null ? read(file) : configured(environment);
        return new RealConnection(new ConfigBuilder(config)
                .withConnectionTimeout(CONNECT_MILLISECONDS)
                .withRequestRetryBackoffLimit(RETRIES)
                .build());
    }

    private static Config configured(Map<String, String> environment) {
        String named = environment.getOrDefault("KUBECONFIG", "");
        if (!named.isEmpty()) {
            List<Path> files = Arrays.stream(named.split(File.pathSeparator, -1))
                    .filter(one -> !one.isEmpty())
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();
            if (!files.isEmpty()) {
                return files.size() == 1 ? read(files.get(0)) : KubeconfigFiles.merged(files);
            }
            throw new UsageException("KUBECONFIG names " + named + ", where there is no file");
        }
        Path usual = Path.of(environment.getOrDefault("HOME", "."), ".kube", "config");
        return Files.exists(usual) ? read(usual) : Config.autoConfigure(null);
    }

    private static Config read(Path file) {
        try {
            Files.readString(file);
            return Config.fromKubeconfig(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw new UsageException("cannot read kubeconfig " + file + ": " + InputFile.reason(e));
        }
    }

    @Override
    public HcpClient hcp() {
        return hcp;
    }

    @Override
    public void close() {
        kubernetes.close();
    }
}
