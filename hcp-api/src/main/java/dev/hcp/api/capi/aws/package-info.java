/**
 * The {@code infrastructure.cluster.x-k8s.io/v1beta2} kinds of the AWS provider of Cluster API that node pools on AWS use:
 * {@link dev.hcp.api.capi.aws.AwsCluster}, {@link dev.hcp.api.capi.aws.AwsMachine}, {@link
 * dev.hcp.api.capi.aws.AwsMachineTemplate}.
 */
@NullMarked
package dev.hcp.api.capi.aws;

import org.jspecify.annotations.NullMarked;
