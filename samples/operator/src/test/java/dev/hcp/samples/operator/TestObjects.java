package dev.hcp.samples.operator;

import java.util.List;

/** What a user creates for a small hosted cluster on KubeVirt. */
final class TestObjects {
    static final List<String> CLUSTER = List.of("""
            apiVersion: v1
            kind: Namespace
            metadata:
              name: clusters
            """, """
            apiVersion: v1
            kind: Secret
            metadata:
              name: demo-pull-secret
              namespace: clusters
            type: kubernetes.io/dockerconfigjson
            stringData:
              .dockerconfigjson: '{"auths": {"quay.io": {"auth": "dGVzdDp0ZXN0"}}}'
            """, """
            apiVersion: hypershift.openshift.io/v1beta1
            kind: HostedCluster
            metadata:
              name: demo
              namespace: clusters
            spec:
              release:
                image: quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64
              pullSecret:
                name: demo-pull-secret
              sshKey: {}
              controllerAvailabilityPolicy: SingleReplica
              networking:
                clusterNetwork:
                - cidr: 10.132.0.0/14
                serviceNetwork:
                - cidr: 172.31.0.0/16
                networkType: OVNKubernetes
              platform:
                type: KubeVirt
                kubevirt:
                  baseDomainPassthrough: true
              dns:
                baseDomain: ""
              etcd:
                managementType: Managed
                managed:
                  storage:
                    type: PersistentVolume
                    persistentVolume:
                      size: 8Gi
              services:
              - service: APIServer
                servicePublishingStrategy:
                  type: LoadBalancer
              - service: Ignition
                servicePublishingStrategy:
                  type: Route
              - service: Konnectivity
                servicePublishingStrategy:
                  type: Route
              - service: OAuthServer
                servicePublishingStrategy:
                  type: Route
            """, """
            apiVersion: hypershift.openshift.io/v1beta1
            kind: NodePool
            metadata:
              name: demo
              namespace: clusters
            spec:
              clusterName: demo
              replicas: 1
              release:
                image: quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64
              management:
                upgradeType: Replace
                autoRepair: false
              platform:
                type: KubeVirt
                kubevirt:
                  compute:
                    cores: 2
                    memory: 8Gi
                  rootVolume:
                    type: Persistent
                    persistent:
                      size: 32Gi
            """);

    private TestObjects() {}
}
