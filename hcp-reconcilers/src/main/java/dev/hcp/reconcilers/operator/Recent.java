package dev.hcp.reconcilers.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The values that were asked for last, so many and no more. Thread-safe; a value is made while others wait. */
final class Recent<K, V> {
    private final Map<K, V> values;

    Recent(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key, made when there is none; make only what is made quickly. */
    synchronized V get(K key, Supplier<V> make) {
        V known = values.get(key);
        if (known == null) {
            known = make.get();
            values.put(key, known);
        }
        return known;
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }
}
