package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.store.StoredObject;

/** How a watch shows objects. */
interface WatchRendering {
    /** How the events are written. */
    WatchEncoding encoding();

    /**
     * An object's bytes, in the encoding.
     *
     * @param first whether it is the first of its stream
     */
    byte[] bytes(StoredObject object, boolean first);

    /**
     * Watches whose forms are equal show an object alike, and share the bytes.
     *
     * @param first whether it is about the first object of the stream
     */
    Object form(boolean first);
}
