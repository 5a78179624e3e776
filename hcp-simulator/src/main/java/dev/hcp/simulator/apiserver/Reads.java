package dev.hcp.simulator.apiserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Snapshot;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Gets and lists. */
final class Reads {
    private static final String CONTINUE_EXPIRED =
            "The provided continue parameter is too old to display a consistent list result. You can start a new list "
                    + "without the continue parameter, or use the continue token in this response to retrieve the "
                    + "remainder of the results. Continuing with the provided token results in an inconsistent list - "
                    + "objects that were created, modified, or deleted between the time the first chunk was returned "
                    + "and now may show up in the list.";

    private final Store store;

    Reads(ApiServer server) {
        this.store = server.store();
    }

    StoredObject get(Resource resource, String namespace, String name, String resourceVersion) {
        if (!resourceVersion.isEmpty()) {
            Long asked = null;
            try {
                asked = Long.parseUnsignedLong(resourceVersion);
            } catch (NumberFormatException e) {
                throw Failures.raw("resourceVersion: Invalid value: \"" + resourceVersion
                        + "\": strconv.ParseUint: parsing \"" + resourceVersion + "\": invalid syntax");
            }
            if (asked > store.revision()) {
                throw Failures.revisionTooLarge(asked, store.revision());
            }
        }
        StoredObject stored = store.collection(resource.storageId()).get(Keys.of(resource, namespace, name));
        if (stored == null) {
            throw Failures.notFound(resource, name);
        }
        return Versions.read(resource, stored);
    }

    /**
     * A page of a list.
     *
     * @param continuation token of the next page; empty on the last
     * @param remaining how many objects follow; null when it is not known
     */
    record Page(
            long revision,
            List<StoredObject> items,
            String continuation,
            @Nullable Long remaining) {}

    Page list(Resource resource, String namespace, ListQuery query) {
        ObjectCollection collection = store.collection(resource.storageId());
        String prefix = Keys.prefix(resource, namespace);
        Long revision = query.revision();
        if (!query.continuation().isEmpty()) {
            return continued(resource, collection, prefix, query, revision);
        }
        Snapshot snapshot = snapshot(collection, query, revision);
        long limit = revision != null && revision == 0 ? 0 : query.limit();
        return page(resource, snapshot, prefix, null, limit, query);
    }

    private Snapshot snapshot(ObjectCollection collection, ListQuery query, @Nullable Long revision) {
        if (revision == null || revision == 0) {
            return collection.snapshot();
        }
        boolean exact = query.match().equals("Exact") || (query.match().isEmpty() && query.limit() > 0);
        if (revision > store.revision()) {
            throw exact && query.match().equals("Exact")
                    ? Failures.raw("etcdserver: mvcc: required revision is a future revision")
                    : Failures.revisionTooLarge(revision, store.revision());
        }
        if (!exact) {
            return collection.snapshot();
        }
        return collection
                .at(revision)
                .orElseThrow(() -> Failures.expired("The resourceVersion for the provided list is too old."));
    }

    private Page continued(
            Resource resource, ObjectCollection collection, String prefix, ListQuery query, @Nullable Long asked) {
        if (asked != null && asked != 0) {
            throw Failures.badRequest("specifying resource version is not allowed when using continue");
        }
        Token token = Token.decode(query.continuation());
        String from = prefix + token.start();
        if (token.revision() < 0) {
            return page(resource, collection.snapshot(), prefix, from, query.limit(), query);
        }
        Snapshot snapshot = collection.at(token.revision()).orElseThrow(() -> {
            String fresh = new Token(-1, token.start()).encode();
            ApiException expired = Failures.expired(CONTINUE_EXPIRED);
            return new ApiException(expired.status().with("metadata", JsonObject.of("continue", fresh)));
        });
        return page(resource, snapshot, prefix, from, query.limit(), query);
    }

    private static Page page(
            Resource resource, Snapshot snapshot, String prefix, @Nullable String from, long limit, ListQuery query) {
        TreePMap<String, StoredObject> range = snapshot.map(prefix, from);
        boolean everything = query.selectsEverything();
        List<StoredObject> items = new ArrayList<>(limit > 0 ? (int) Math.min(limit, 512) : 16);
        String last = null;
        for (Map.Entry<String, StoredObject> entry : range.entrySet()) {
            StoredObject object = Versions.read(resource, entry.getValue());
            if (!everything && !query.selects(object)) {
                continue;
            }
            if (limit > 0 && items.size() == limit) {
                String start = String.valueOf(last).substring(prefix.length()) + "\0";
                Long remaining = everything ? (long) range.size() - items.size() : null;
                return new Page(snapshot.revision(), items, new Token(snapshot.revision(), start).encode(), remaining);
            }
            items.add(object);
            last = entry.getKey();
        }
        return new Page(snapshot.revision(), items, "", null);
    }

    /** What a continue token says: go on at this revision after this key, or at the newest when it is negative. */
    private record Token(long revision, String start) {
        String encode() {
            String json = Json.write(JsonObject.of("v", "meta.k8s.io/v1", "rv", revision, "start", start));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        static Token decode(String text) {
            byte[] bytes;
            try {
                bytes = Base64.getUrlDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw invalid("illegal base64 data at input byte " + illegalByte(text));
            }
            try {
                if (Json.parse(bytes) instanceof JsonObject object) {
                    String version = object.text("v");
                    if (!"meta.k8s.io/v1".equals(version)) {
                        throw invalid("server does not recognize this encoded version "
                                + (version == null ? "\"\"" : "\"" + version + "\""));
                    }
                    long revision = object.integer(0, "rv");
                    if (revision == 0) {
                        throw invalid("incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
                    }
                    String start = object.text("start");
                    if (start == null || start.isEmpty()) {
                        throw invalid("empty start key (version meta.k8s.io/v1)");
                    }
                    return new Token(revision, start);
                }
            } catch (JsonSyntaxException e) {
                throw invalid(
                        e.getCause() instanceof JsonProcessingException
                                ? GoJson.problem(bytes)
                                : String.valueOf(e.getMessage()));
            }
            throw invalid("json: cannot unmarshal array into Go value of type storage.continueToken");
        }

        private static int illegalByte(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isLetterOrDigit(c) && c != '-' && c != '_') {
                    return i;
                }
            }
            return text.length() / 4 * 4;
        }

        private static ApiException invalid(String why) {
            return Failures.badRequest("invalid continue token: continue key is not valid: " + why);
        }
    }
}
