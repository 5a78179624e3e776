/**
 * What an administrator does with hosted clusters, fluently, over any fabric8 {@code KubernetesClient}.
 *
 * <p>Start with {@link dev.hcp.client.HcpClient}. Sections of the documentation that comments name are those of "Hosted control
 * planes" for OpenShift 4.17.
 *
 * <p>Every call that asks the management cluster can fail with one of these, all of them {@link dev.hcp.api.HcpException}, which
 * is unchecked: {@link dev.hcp.client.UnreachableException}, {@link dev.hcp.client.CredentialsRefusedException}, {@link
 * dev.hcp.client.PermissionDeniedException}, {@link dev.hcp.client.MissingDefinitionsException}, {@link
 * dev.hcp.client.WaitInterruptedException} and, for what is none of these, {@link dev.hcp.client.RequestFailedException}. Calls
 * that change something can fail with {@link dev.hcp.client.ConflictException}, {@link dev.hcp.client.QuotaExceededException},
 * {@link dev.hcp.client.AdmissionRefusedException}, {@link dev.hcp.client.ObjectRefusedException} and {@link
 * dev.hcp.client.ResourceNotFoundException} besides. Comments of methods name those that mean something particular there.
 */
@NullMarked
package dev.hcp.client;

import org.jspecify.annotations.NullMarked;
