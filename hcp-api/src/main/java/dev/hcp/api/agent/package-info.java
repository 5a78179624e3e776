/**
 * The {@code agent-install.openshift.io/v1beta1} kinds of the central infrastructure management service, from which
 * hosted clusters get bare-metal nodes: {@link dev.hcp.api.agent.Agent}, {@link dev.hcp.api.agent.InfraEnv}, {@link
 * dev.hcp.api.agent.NmStateConfig}, {@link dev.hcp.api.agent.AgentClassification}, {@link
 * dev.hcp.api.agent.AgentServiceConfig}.
 */
@NullMarked
package dev.hcp.api.agent;

import org.jspecify.annotations.NullMarked;
