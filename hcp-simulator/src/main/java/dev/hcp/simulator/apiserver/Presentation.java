package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Objects and lists in the form a client asked for: as they are, as tables, as metadata alone. */
final class Presentation {
    private static final Object LIST_ITEM = new Object();
    private static final byte[] COMMA = {','};
    private static final byte[] END_OF_LIST = {']', '}', '\n'};

    /** Objects of kinds that have a message, without their kind. */
    private static final StoredObject.Encoding MESSAGE = tree -> Objects.requireNonNull(
            ProtobufObjects.message(tree),
            () -> "no message for " + tree.get("kind") + " of " + tree.get("apiVersion"));

    private final ApiServer server;

    Presentation(ApiServer server) {
        this.server = server;
    }

    ApiResponse object(Exchange exchange, Resource resource, int status, StoredObject object) {
        Negotiation form = exchange.negotiation();
        if (form.asTable()) {
            return exchange.tree(status, tables(exchange, resource).of(object, true), FieldOrder.TABLE);
        }
        if (form.asPartial()) {
            return exchange.tree(status, partial(object.tree(), form.asVersion()), FieldOrder.PARTIAL_METADATA);
        }
        if (form.asPartialList()) {
            throw Failures.notAcceptable(
                    "you requested PartialObjectMetadataList, but the requested object is not a list ("
                            + goType(resource, "") + ")",
                    false);
        }
        if (form.protobuf()) {
            return exchange.body(status, form.format().mediaType(), message(object));
        }
        if (form.yaml() || form.pretty()) {
            return exchange.tree(status, object.tree(), resource.custom() ? GoJson.MAP : FieldOrder.TYPED);
        }
        return exchange.body(status, "application/json", Exchange.line(object.json()));
    }

    private static byte[] message(StoredObject object) {
        JsonObject tree = object.tree();
        return ProtobufObjects.body(
                String.valueOf(tree.get("apiVersion")), String.valueOf(tree.get("kind")), object.encoded(MESSAGE));
    }

    private static String goType(Resource resource, String suffix) {
        if (resource.custom()) {
            return "*unstructured.Unstructured" + suffix;
        }
        String group = resource.group();
        String goPackage =
                group.isEmpty() ? "core" : group.indexOf('.') < 0 ? group : group.substring(0, group.indexOf('.'));
        return "*" + goPackage + "." + resource.kind() + suffix;
    }

    static JsonObject partial(JsonObject object, String version) {
        JsonObject meta = object.object("metadata");
        return JsonObject.of(
                "kind",
                "PartialObjectMetadata",
                "apiVersion",
                "meta.k8s.io/" + version,
                "metadata",
                // Only a bookmark has none, and shows it.
                meta.containsKey("creationTimestamp") ? meta : meta.with("creationTimestamp", null));
    }

    ApiResponse list(Exchange exchange, Resource resource, Reads.Page page) {
        Negotiation form = exchange.negotiation();
        if (form.asTable()) {
            return exchange.tree(200, tables(exchange, resource).of(page), FieldOrder.TABLE);
        }
        if (form.asPartialList()) {
            List<Object> items = new ArrayList<>(page.items().size());
            for (StoredObject item : page.items()) {
                items.add(partial(item.tree(), form.asVersion()));
            }
            return exchange.tree(
                    200,
                    JsonObject.of(
                            "kind",
                            "PartialObjectMetadataList",
                            "apiVersion",
                            "meta.k8s.io/" + form.asVersion(),
                            "metadata",
                            meta(resource, page),
                            "items",
                            JsonArray.copyOf(items)),
                    FieldOrder.PARTIAL_METADATA_LIST);
        }
        if (form.asPartial()) {
            throw Failures.notAcceptable(
                    "you requested PartialObjectMetadata, but the requested object is a list ("
                            + goType(resource, "List") + ")",
                    false);
        }
        if (form.protobuf()) {
            List<byte[]> items = new ArrayList<>(page.items().size());
            page.items().forEach(item -> items.add(item.encoded(MESSAGE)));
            return exchange.pieces(
                    200,
                    form.format().mediaType(),
                    ProtobufObjects.list(resource.apiVersion(), resource.listKind(), meta(resource, page), items));
        }
        if (form.yaml() || form.pretty()) {
            return exchange.tree(200, listTree(resource, page));
        }
        return exchange.pieces(200, "application/json", listBytes(resource, page));
    }

    static JsonObject meta(Resource resource, Reads.Page page) {
        JsonObject.Builder meta = JsonObject.builder(3).put("resourceVersion", Long.toString(page.revision()));
        if (!page.continuation().isEmpty() || resource.custom()) {
            meta.put("continue", page.continuation());
        }
        return meta.putIfPresent("remainingItemCount", page.remaining()).build();
    }

    static JsonObject listTree(Resource resource, Reads.Page page) {
        List<Object> items = new ArrayList<>(page.items().size());
        for (StoredObject item : page.items()) {
            items.add(item(resource, item).tree());
        }
        return JsonObject.of(
                "kind",
                resource.listKind(),
                "apiVersion",
                resource.apiVersion(),
                "metadata",
                meta(resource, page),
                "items",
                JsonArray.copyOf(items));
    }

    /** Items of built-in lists do not repeat what the list says. */
    private static StoredObject item(Resource resource, StoredObject object) {
        return resource.custom()
                ? object
                : object.as(LIST_ITEM, tree -> tree.without("kind").without("apiVersion"));
    }

    /** A list's bytes are its objects' bytes, which are kept from one reader to the next. */
    private static List<byte[]> listBytes(Resource resource, Reads.Page page) {
        List<byte[]> pieces = new ArrayList<>(2 * page.items().size() + 2);
        pieces.add(("{\"kind\":\"" + resource.listKind() + "\",\"apiVersion\":\"" + resource.apiVersion()
                        + "\",\"metadata\":" + Json.write(meta(resource, page)) + ",\"items\":[")
                .getBytes(StandardCharsets.UTF_8));
        boolean first = true;
        for (StoredObject item : page.items()) {
            if (!first) {
                pieces.add(COMMA);
            }
            first = false;
            pieces.add(item(resource, item).json());
        }
        pieces.add(END_OF_LIST);
        return pieces;
    }

    /** How the objects of a watch are shown. */
    WatchRendering frames(Exchange exchange, Resource resource) {
        Negotiation form = exchange.negotiation();
        form.requireStreaming();
        if (form.asTable()) {
            return new TableEvents(tables(exchange, resource));
        }
        boolean partial = form.asPartial() || form.asPartialList();
        EventForm events = new EventForm(resource, partial ? form.asVersion() : "", form.format());
        if (form.protobuf()) {
            return new Events(
                    events,
                    WatchEncoding.PROTOBUF,
                    partial
                            ? object -> Objects.requireNonNull(
                                    ProtobufObjects.body(partial(object.tree(), form.asVersion())))
                            : Presentation::message);
        }
        return new Events(
                events,
                WatchEncoding.JSON,
                partial
                        ? object -> bytes(FieldOrder.PARTIAL_METADATA, partial(object.tree(), form.asVersion()))
                        : StoredObject::json);
    }

    private record EventForm(Resource resource, String partialVersion, Negotiation.Format format) {}

    /** Events that look the same to everybody. */
    private record Events(EventForm form, WatchEncoding encoding, Function<StoredObject, byte[]> writer)
            implements WatchRendering {
        @Override
        public byte[] bytes(StoredObject object, boolean first) {
            return writer.apply(object);
        }

        @Override
        public Object form(boolean first) {
            return form;
        }
    }

    /** Rows of tables: the first event names the columns. */
    private record TableEvents(Tables tables) implements WatchRendering {
        @Override
        public WatchEncoding encoding() {
            return WatchEncoding.JSON;
        }

        @Override
        public byte[] bytes(StoredObject object, boolean first) {
            return Presentation.bytes(FieldOrder.TABLE, tables.of(object, first));
        }

        @Override
        public Object form(boolean first) {
            return tables.form(first);
        }
    }

    private static byte[] bytes(GoJson order, JsonObject tree) {
        return order.write(tree).getBytes(StandardCharsets.UTF_8);
    }

    private Tables tables(Exchange exchange, Resource resource) {
        return new Tables(
                resource,
                exchange.negotiation().asVersion(),
                exchange.request().parameter("includeObject").orElse(""),
                server::now);
    }
}
