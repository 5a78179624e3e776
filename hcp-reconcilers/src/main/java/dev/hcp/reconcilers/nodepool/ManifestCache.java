package dev.hcp.reconcilers.nodepool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

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
        return get(document, () -> document);
    }

    /**
     * A document that is made on demand.
     *
     * @param key what determines it
     */
    ConfigManifest get(String key, Supplier<String> document) {
        synchronized (known) {
            ConfigManifest manifest = known.get(key);
            if (manifest != null) {
                return manifest;
            }
        }
        ConfigManifest manifest = ConfigManifest.of(document.get());
        synchronized (known) {
            known.put(key, manifest);
        }
        return manifest;
    }
}
