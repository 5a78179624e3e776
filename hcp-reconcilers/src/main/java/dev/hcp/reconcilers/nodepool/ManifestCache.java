package dev.hcp.reconcilers.nodepool;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Documents that were read already, by their text. Every cluster has the same few, and a pass needs all of them.
 *
 * <p>Thread-safe. Holds the documents used last, up to a limit.
 */
final class ManifestCache {
    private static final int LIMIT = 512;

    private final Map<String, ConfigManifest> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ConfigManifest> eldest) {
            return size() > LIMIT;
        }
    };

    /** @throws InvalidPoolException as {@link ConfigManifest#of} */
    ConfigManifest get(String document) {
        synchronized (known) {
            ConfigManifest manifest = known.get(document);
            if (manifest != null) {
                return manifest;
            }
        }
        ConfigManifest manifest = ConfigManifest.of(document);
        synchronized (known) {
            known.put(document, manifest);
        }
        return manifest;
    }
}
