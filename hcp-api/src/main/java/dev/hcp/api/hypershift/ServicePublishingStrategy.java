package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a service is published; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.services[].servicePublishingStrategy}, HostedControlPlane {@code
 * spec.services[].servicePublishingStrategy}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.type == 'NodePort' ? has(self.nodePort) : !has(self.nodePort)",
        message = "nodePort is required when type is NodePort, and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value = "self.type == 'Route' ? !has(self.nodePort) && !has(self.loadBalancer) : !has(self.route)",
        message = "only route is allowed when type is Route, and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value = "self.type == 'LoadBalancer' ? !has(self.nodePort) && !has(self.route) : !has(self.loadBalancer)",
        message = "only loadBalancer is required when type is LoadBalancer, and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value = "self.type == 'None' ? !has(self.nodePort) && !has(self.route) && !has(self.loadBalancer) : true",
        message = "None does not allowed any configuration for loadBalancer, nodePort, or route",
        since = Edition.LATEST)
@Rule(
        value = "self.type == 'S3' ? !has(self.nodePort) && !has(self.route) && !has(self.loadBalancer) : true",
        message = "S3 does not allowed any configuration for loadBalancer, nodePort, or route",
        since = Edition.LATEST)
public interface ServicePublishingStrategy extends Model {
    /** Details of a load balancer. */
    @Nullable
    LoadBalancerPublishingStrategy getLoadBalancer();

    /** Details of a node port. */
    @Nullable
    NodePortPublishingStrategy getNodePort();

    /** Details of a route. */
    @Nullable
    RoutePublishingStrategy getRoute();

    /** The way. */
    @Required
    @Nullable
    PublishingStrategyType getType();

    /** A load balancer: sets both {@code type} and {@code loadBalancer}. */
    static ServicePublishingStrategy loadBalancer(UnaryOperator<LoadBalancerPublishingStrategy.Builder> edit) {
        return builder().loadBalancer(edit).build();
    }

    /** A port on the management cluster's nodes: sets both {@code type} and {@code nodePort}. */
    static ServicePublishingStrategy nodePort(UnaryOperator<NodePortPublishingStrategy.Builder> edit) {
        return builder().nodePort(edit).build();
    }

    /** A route: sets both {@code type} and {@code route}. */
    static ServicePublishingStrategy route(UnaryOperator<RoutePublishingStrategy.Builder> edit) {
        return builder().route(edit).build();
    }

    /** A load balancer under its own address. */
    static ServicePublishingStrategy loadBalancer() {
        return builder().type(PublishingStrategyType.LOAD_BALANCER).build();
    }

    /** A route whose host name the management cluster chooses. */
    static ServicePublishingStrategy route() {
        return builder().type(PublishingStrategyType.ROUTE).build();
    }

    /** Not published. */
    static ServicePublishingStrategy none() {
        return builder().type(PublishingStrategyType.NONE).build();
    }

    /** An S3 bucket, for OIDC documents. */
    static ServicePublishingStrategy s3() {
        return builder().type(PublishingStrategyType.S3).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ServicePublishingStrategy}. Not thread-safe. */
    final class Builder extends ImmutableServicePublishingStrategy.Builder {
        Builder() {}

        /** Sets {@code type} and {@code loadBalancer}, that from a builder; removes what belongs to others. */
        public Builder loadBalancer(UnaryOperator<LoadBalancerPublishingStrategy.Builder> edit) {
            return only(PublishingStrategyType.LOAD_BALANCER)
                    .loadBalancer(
                            edit.apply(LoadBalancerPublishingStrategy.builder()).build());
        }

        /** Sets {@code type} and {@code nodePort}, that from a builder; removes what belongs to others. */
        public Builder nodePort(UnaryOperator<NodePortPublishingStrategy.Builder> edit) {
            return only(PublishingStrategyType.NODE_PORT)
                    .nodePort(edit.apply(NodePortPublishingStrategy.builder()).build());
        }

        /** Sets {@code type} and {@code route}, that from a builder; removes what belongs to others. */
        public Builder route(UnaryOperator<RoutePublishingStrategy.Builder> edit) {
            return only(PublishingStrategyType.ROUTE)
                    .route(edit.apply(RoutePublishingStrategy.builder()).build());
        }

        private Builder only(PublishingStrategyType chosen) {
            return type(chosen)
                    .loadBalancer((LoadBalancerPublishingStrategy) null)
                    .nodePort((NodePortPublishingStrategy) null)
                    .route((RoutePublishingStrategy) null);
        }
    }
}
