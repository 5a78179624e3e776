package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.GoSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The specs of services. */
final class ServiceChecks {
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> TRAFFIC = List.of("Cluster", "Local");
    private static final long KUBELET_PORT = 10250;

    private final JsonObject spec;
    private final String type;
    private final boolean headless;
    private final List<FieldError> errors;

    private ServiceChecks(JsonObject spec, List<FieldError> errors) {
        this.spec = spec;
        this.type = text(spec, "type");
        this.headless = "None".equals(spec.text("clusterIP"));
        this.errors = errors;
    }

    static void spec(JsonObject spec, List<FieldError> errors) {
        ServiceChecks checks = new ServiceChecks(spec, errors);
        checks.addresses();
        checks.ports();
        LabelChecks.labels(spec.object("selector"), "spec.selector", errors);
        checks.affinity();
        checks.types();
        checks.duplicates();
        checks.traffic();
    }

    private void addresses() {
        JsonArray ports = spec.array("ports");
        if (ports.isEmpty() && !headless && !type.equals("ExternalName")) {
            errors.add(FieldError.required("spec.ports", ""));
        }
        switch (type) {
            case "LoadBalancer", "NodePort" -> {
                for (int i = 0; i < ports.size() && type.equals("LoadBalancer"); i++) {
                    if (ports.object(i).integer(0, "port") == KUBELET_PORT) {
                        errors.add(FieldError.invalid(
                                "spec.ports[" + i + "]",
                                KUBELET_PORT,
                                "may not expose port " + KUBELET_PORT + " externally since it is used by kubelet"));
                    }
                }
                if (headless) {
                    errors.add(FieldError.invalid(
                            "spec.clusterIPs[0]", "None", "may not be set to 'None' for " + type + " services"));
                }
            }
            case "ExternalName" -> {
                for (String field : List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
                    if (spec.get(field) != null) {
                        errors.add(FieldError.forbidden("spec." + field, "may not be set for ExternalName services"));
                    }
                }
                String name = text(spec, "externalName");
                name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
                if (name.isEmpty()) {
                    errors.add(FieldError.required("spec.externalName", ""));
                } else {
                    FieldChecks.subdomain(name, "spec.externalName", errors);
                }
            }
            default -> {}
        }
    }

    private void ports() {
        Set<String> names = new HashSet<>();
        List<JsonObject> ports = FieldChecks.objects(spec, "ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonObject port = ports.get(i);
            String field = "spec.ports[" + i + "]";
            String name = text(port, "name");
            if (!name.isEmpty()) {
                FieldChecks.dnsLabel(name, field + ".name", errors);
                if (!names.add(name)) {
                    errors.add(FieldError.duplicate(field + ".name", name));
                }
            } else if (ports.size() > 1) {
                errors.add(FieldError.required(field + ".name", ""));
            }
            long number = port.integer(0, "port");
            FieldChecks.port(number, field + ".port", errors);
            FieldChecks.oneOf(text(port, "protocol"), PROTOCOLS, field + ".protocol", errors);
            FieldChecks.portOrName(port.get("targetPort"), field + ".targetPort", errors);
        }
    }

    private void affinity() {
        String affinity = text(spec, "sessionAffinity");
        FieldChecks.oneOf(affinity, List.of("ClientIP", "None"), "spec.sessionAffinity", errors);
        if (affinity.equals("ClientIP")) {
            long seconds = spec.integer(0, "sessionAffinityConfig", "clientIP", "timeoutSeconds");
            if (seconds <= 0 || seconds > 86400) {
                errors.add(FieldError.invalid(
                        "spec.sessionAffinityConfig.clientIP.timeoutSeconds",
                        seconds,
                        "must be greater than 0 and less than 86400"));
            }
        }
    }

    private void types() {
        FieldChecks.oneOf(type, TYPES, "spec.type", errors);
        if (type.equals("ClusterIP")) {
            List<JsonObject> ports = FieldChecks.objects(spec, "ports");
            for (int i = 0; i < ports.size(); i++) {
                if (ports.get(i).integer(0, "nodePort") != 0) {
                    errors.add(FieldError.forbidden(
                            "spec.ports[" + i + "].nodePort", "may not be used when `type` is 'ClusterIP'"));
                }
            }
        }
    }

    private void duplicates() {
        Set<String> ports = new HashSet<>();
        Set<String> nodePorts = new HashSet<>();
        List<JsonObject> all = FieldChecks.objects(spec, "ports");
        for (int i = 0; i < all.size(); i++) {
            long nodePort = all.get(i).integer(0, "nodePort");
            if (nodePort != 0 && !nodePorts.add(text(all.get(i), "protocol") + nodePort)) {
                errors.add(FieldError.duplicate("spec.ports[" + i + "].nodePort", nodePort));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            String protocol = text(all.get(i), "protocol");
            long port = all.get(i).integer(0, "port");
            if (!ports.add(protocol + port)) {
                errors.add(new FieldError(
                        "spec.ports[" + i + "]",
                        FieldError.Kind.DUPLICATE,
                        "core.ServicePort{Name:\"\", Protocol:" + GoSyntax.quote(protocol)
                                + ", AppProtocol:(*string)(nil), Port:" + port
                                + ", TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, NodePort:0}",
                        ""));
            }
        }
    }

    private void traffic() {
        if (spec.get("allocateLoadBalancerNodePorts") != null && !type.equals("LoadBalancer")) {
            errors.add(FieldError.forbidden(
                    "spec.allocateLoadBalancerNodePorts", "may only be used when `type` is 'LoadBalancer'"));
        }
        if (spec.get("loadBalancerClass") != null && !type.equals("LoadBalancer")) {
            errors.add(
                    FieldError.forbidden("spec.loadBalancerClass", "may only be used when `type` is 'LoadBalancer'"));
        }
        String external = text(spec, "externalTrafficPolicy");
        boolean reachable = type.equals("NodePort")
                || type.equals("LoadBalancer")
                || (type.equals("ClusterIP") && !spec.array("externalIPs").isEmpty());
        if (!external.isEmpty() && !reachable) {
            errors.add(FieldError.invalid(
                    "spec.externalTrafficPolicy", external, "may only be set for externally-accessible services"));
        } else if (!external.isEmpty() && !TRAFFIC.contains(external)) {
            errors.add(FieldError.notSupported("spec.externalTrafficPolicy", external, TRAFFIC));
        }
        String internal = text(spec, "internalTrafficPolicy");
        if (!internal.isEmpty() && !TRAFFIC.contains(internal)) {
            errors.add(FieldError.notSupported("spec.internalTrafficPolicy", internal, TRAFFIC));
        }
    }
}
