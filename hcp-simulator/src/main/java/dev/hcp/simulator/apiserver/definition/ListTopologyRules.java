package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How lists and maps may say that they are merged: {@code x-kubernetes-list-type} and its kin. */
final class ListTopologyRules {
    private static final String LIST_TYPE = "x-kubernetes-list-type";
    private static final String MAP_TYPE = "x-kubernetes-map-type";
    private static final String MAP_KEYS = "x-kubernetes-list-map-keys";

    private final JsonObject schema;
    private final String path;
    private final JsonObject items;
    private final List<FieldError> errors = new ArrayList<>();

    private ListTopologyRules(JsonObject schema, String path) {
        this.schema = schema;
        this.path = path;
        this.items = schema.object("items");
    }

    static List<FieldError> check(JsonObject schema, String path) {
        ListTopologyRules rules = new ListTopologyRules(schema, path);
        if (schema.containsKey(MAP_TYPE)) {
            rules.checkMapType(text(schema, MAP_TYPE));
        }
        if (schema.containsKey(LIST_TYPE)) {
            rules.checkListType(text(schema, LIST_TYPE));
        }
        rules.checkKeys();
        if (text(schema, LIST_TYPE).equals("map")) {
            rules.checkMapList();
        }
        rules.checkItems();
        return rules.errors;
    }

    private void checkMapType(String mapType) {
        checkType("object", "must be object if x-kubernetes-map-type is specified");
        if (!mapType.equals("atomic") && !mapType.equals("granular")) {
            errors.add(FieldError.notSupported(path + "." + MAP_TYPE, mapType, List.of("atomic", "granular")));
        }
    }

    private boolean checkType(String wanted, String words) {
        String type = text(schema, "type");
        return type.equals(wanted) || !errors.add(wrongType(path + ".type", type, words));
    }

    private static FieldError wrongType(String path, String type, String words) {
        return type.isEmpty() ? FieldError.required(path, words) : FieldError.invalid(path, type, words);
    }

    private void checkListType(String listType) {
        boolean array = checkType("array", "must be array if x-kubernetes-list-type is specified");
        if (array && listType.equals("set")) {
            String itemType = text(items, "type");
            String words = "must be atomic as item of a list with x-kubernetes-list-type=set";
            String ofItems = items.text(LIST_TYPE);
            if (itemType.equals("array") && ofItems != null && !ofItems.equals("atomic")) {
                errors.add(FieldError.invalid(path + ".items." + LIST_TYPE, ofItems, words));
            }
            String mapType = items.text(MAP_TYPE);
            if (itemType.equals("object") && !"atomic".equals(mapType)) {
                errors.add(FieldError.invalid(path + ".items." + MAP_TYPE, mapType == null ? "null" : mapType, words));
            }
        }
        if (!List.of("atomic", "set", "map").contains(listType)) {
            errors.add(FieldError.notSupported(path + "." + LIST_TYPE, listType, List.of("atomic", "set", "map")));
        }
    }

    private void checkKeys() {
        if (schema.array(MAP_KEYS).isEmpty()) {
            return;
        }
        String words = "must be map if x-kubernetes-list-map-keys is non-empty";
        String listType = schema.text(LIST_TYPE);
        if (listType == null) {
            errors.add(FieldError.required(path + "." + LIST_TYPE, words));
        } else if (!listType.equals("map")) {
            errors.add(FieldError.invalid(path + "." + LIST_TYPE, listType, words));
        }
    }

    private void checkMapList() {
        JsonArray keys = schema.array(MAP_KEYS);
        if (keys.isEmpty()) {
            errors.add(
                    FieldError.required(path + "." + MAP_KEYS, "must not be empty if x-kubernetes-list-type is map"));
        }
        if (!(schema.get("items") instanceof JsonObject)) {
            errors.add(FieldError.required(path + ".items", "must have a schema if x-kubernetes-list-type is map"));
            return;
        }
        String itemType = text(items, "type");
        if (!itemType.equals("object")) {
            errors.add(wrongType(
                    path + ".items.type", itemType, "must be object if parent array's x-kubernetes-list-type is map"));
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (Object key : keys) {
            if (items.at("properties", String.valueOf(key)) instanceof JsonObject property) {
                String type = text(property, "type");
                if (type.equals("array") || type.equals("object")) {
                    errors.add(FieldError.invalid(
                            path + ".items.properties[" + key + "].type",
                            itemType,
                            "must be a scalar type if parent array's x-kubernetes-list-type is map"));
                }
            } else {
                errors.add(keysError("entries must all be names of item properties"));
            }
            if (!seen.add(String.valueOf(key))) {
                errors.add(keysError("must not contain duplicate entries"));
            }
        }
    }

    private FieldError keysError(String words) {
        return FieldError.invalidLiteral(
                path + "." + MAP_KEYS, MetadataValidation.goStrings(schema.array(MAP_KEYS)), words);
    }

    /** Items of sets and maps are told apart by what they hold, so that must be there. */
    private void checkItems() {
        String listType = text(schema, LIST_TYPE);
        if (!(listType.equals("set") || listType.equals("map")) || !(schema.get("items") instanceof JsonObject)) {
            return;
        }
        if (items.isTrue("nullable")) {
            errors.add(FieldError.forbidden(
                    path + ".items.nullable", "cannot be nullable when x-kubernetes-list-type is " + listType));
        }
        if (!listType.equals("map")) {
            return;
        }
        for (Object key : schema.array(MAP_KEYS)) {
            String at = path + ".items.properties[" + key + "]";
            if (!(items.at("properties", String.valueOf(key)) instanceof JsonObject property)) {
                continue;
            }
            if (property.get("default") == null && !items.array("required").contains(key)) {
                errors.add(FieldError.required(
                        at + ".default",
                        "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required "
                                + "property"));
            }
            if (property.isTrue("nullable")) {
                errors.add(FieldError.forbidden(
                        at + ".nullable", "this property is in x-kubernetes-list-map-keys, so it cannot be nullable"));
            }
        }
    }
}
