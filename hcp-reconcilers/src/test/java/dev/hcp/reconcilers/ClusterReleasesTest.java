package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterReleasesTest {
    private final List<ImageAccess> asked = new ArrayList<>();
    private JsonObject secret = pullSecret("{\"auths\": {}}");

    private final ReleaseCatalogue catalogue = new ReleaseCatalogue() {
        @Override
        public ReleaseMetadata lookup(String image) {
            throw new ReleaseNotFoundException(image);
        }

        @Override
        public ReleaseCatalogue with(ImageAccess access) {
            asked.add(access);
            return this;
        }
    };

    /** A world that has one secret. */
    private final World world = (World) Proxy.newProxyInstance(
            ClusterReleasesTest.class.getClassLoader(),
            new Class<?>[] {World.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "releases" -> catalogue;
                case "tree" ->
                    "clusters".equals(arguments[1]) && "demo-pull-secret".equals(arguments[2])
                            ? Optional.of(secret)
                            : Optional.empty();
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static JsonObject pullSecret(String content) {
        String data = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return JsonObject.EMPTY.withAt(data, "data", ".dockerconfigjson");
    }

    private ImageAccess access(String spec) {
        asked.clear();
        ClusterReleases.of(world, "clusters", Json.parseObject(spec));
        return asked.get(0);
    }

    @Test
    void a_cluster_reads_with_its_own_pull_secret_and_mirrors() {
        assertThat(access("{\"pullSecret\": {\"name\": \"demo-pull-secret\"}, \"imageContentSources\": ["
                        + "{\"source\": \"quay.io/a\", \"mirrors\": [\"m.example.com/a\", \"n.example.com/a\"]},"
                        + "{\"source\": \"quay.io/b\"}]}"))
                .isEqualTo(new ImageAccess(
                        "{\"auths\": {}}", Map.of("quay.io/a", List.of("m.example.com/a", "n.example.com/a"))));
    }

    @Test
    void a_cluster_without_a_pull_secret_reads_what_anybody_may() {
        assertThat(access("{}")).isEqualTo(ImageAccess.ANONYMOUS);
        assertThat(access("{\"pullSecret\": {\"name\": \"other\"}}")).isEqualTo(ImageAccess.ANONYMOUS);
        secret = JsonObject.EMPTY;
        assertThat(access("{\"pullSecret\": {\"name\": \"demo-pull-secret\"}}")).isEqualTo(ImageAccess.ANONYMOUS);
    }

    @Test
    void a_pull_secret_that_was_renewed_is_used_at_once() {
        secret = pullSecret("{\"auths\": {\"quay.io\": {}}}");

        assertThat(access("{\"pullSecret\": {\"name\": \"demo-pull-secret\"}}").pullSecret())
                .contains("quay.io");
    }
}
