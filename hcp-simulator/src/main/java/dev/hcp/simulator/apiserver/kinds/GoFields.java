package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoScalars;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.Schema.Presence;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the reference's Go structures hold their fields, which model classes do not tell: by value or by pointer, and
 * whether they are written to JSON when they are zero. Each line of a table is a type and fields of it.
 */
final class GoFields {
    /** Held by value and always written: texts as empty, numbers as 0, structures as far as their own fields are written. */
    private static final Set<String> ALWAYS = table("""
            Namespace spec status
            NamespaceCondition type status
            Pod spec status
            PodTemplateSpec metadata spec
            Container name resources
            EphemeralContainer name resources
            ContainerPort containerPort
            ContainerResizePolicy resourceName restartPolicy
            EnvVar name
            ConfigMapKeySelector key
            SecretKeySelector key
            ObjectFieldSelector fieldPath
            ResourceFieldSelector resource divisor
            ResourceClaim name
            VolumeMount name mountPath
            VolumeDevice name devicePath
            HTTPGetAction port
            HTTPHeader name value
            TCPSocketAction port
            GRPCAction port
            SleepAction seconds
            SeccompProfile type
            AppArmorProfile type
            Sysctl name value
            HostAlias ip
            PodReadinessGate conditionType
            PodSchedulingGate name
            PodResourceClaim name
            PodOS name
            TopologySpreadConstraint maxSkew topologyKey whenUnsatisfiable
            PodAffinityTerm topologyKey
            WeightedPodAffinityTerm weight podAffinityTerm
            PreferredSchedulingTerm weight preference
            NodeSelectorRequirement key operator
            LabelSelectorRequirement key operator
            Volume name
            KeyToPath key path
            DownwardAPIVolumeFile path
            ServiceAccountTokenProjection path
            ClusterTrustBundleProjection path
            HostPathVolumeSource path
            NFSVolumeSource server path
            PersistentVolumeClaimVolumeSource claimName
            PersistentVolumeClaimTemplate metadata spec
            ISCSIVolumeSource targetPortal iqn lun
            ISCSIPersistentVolumeSource targetPortal iqn lun
            CSIVolumeSource driver
            CSIPersistentVolumeSource driver volumeHandle
            AWSElasticBlockStoreVolumeSource volumeID
            GCEPersistentDiskVolumeSource pdName
            AzureDiskVolumeSource diskName diskURI
            AzureFileVolumeSource secretName shareName
            AzureFilePersistentVolumeSource secretName shareName
            CinderVolumeSource volumeID
            CinderPersistentVolumeSource volumeID
            FlexVolumeSource driver
            FlexPersistentVolumeSource driver
            GlusterfsVolumeSource endpoints path
            GlusterfsPersistentVolumeSource endpoints path
            GitRepoVolumeSource repository
            LocalVolumeSource path
            PortworxVolumeSource volumeID
            PhotonPersistentDiskVolumeSource pdID
            QuobyteVolumeSource registry volume
            RBDVolumeSource image
            RBDPersistentVolumeSource image
            VsphereVirtualDiskVolumeSource volumePath
            PodCondition type status
            ContainerStatus name state lastState ready restartCount image imageID
            ContainerStateTerminated exitCode
            PodIP ip
            HostIP ip
            VolumeMountStatus name mountPath
            ResourceStatus name
            ResourceHealth resourceID
            LinuxContainerUser uid gid
            Service spec status
            ServicePort port targetPort
            ServiceStatus loadBalancer
            PortStatus port protocol
            Condition type status reason message
            EndpointAddress ip
            EndpointPort port
            Node spec status
            Taint key effect
            NodeStatus daemonEndpoints nodeInfo
            NodeDaemonEndpoints kubeletEndpoint
            DaemonEndpoint Port
            NodeSystemInfo machineID systemUUID bootID kernelVersion osImage containerRuntimeVersion
            NodeSystemInfo kubeletVersion kubeProxyVersion operatingSystem architecture
            NodeCondition type status
            NodeAddress type address
            AttachedVolume name devicePath
            NodeRuntimeHandler name
            PersistentVolumeClaim spec status
            PersistentVolumeClaimSpec resources
            PersistentVolumeClaimCondition type status
            ModifyVolumeStatus status
            TypedLocalObjectReference kind name
            TypedObjectReference kind name
            PersistentVolume spec status
            Event involvedObject source reportingComponent reportingInstance
            Deployment spec status
            DeploymentSpec template strategy
            DeploymentCondition type status
            StatefulSet spec status
            StatefulSetSpec template updateStrategy serviceName
            StatefulSetOrdinals start
            StatefulSetStatus replicas availableReplicas
            StatefulSetCondition type status
            ReplicaSet spec status
            ReplicaSetSpec template
            ReplicaSetStatus replicas
            ReplicaSetCondition type status
            DaemonSet spec status
            DaemonSetSpec template updateStrategy
            DaemonSetStatus currentNumberScheduled numberMisscheduled desiredNumberScheduled numberReady
            DaemonSetCondition type status
            Job spec status
            JobSpec template
            JobTemplateSpec metadata spec
            JobCondition type status
            PodFailurePolicyRule action
            PodFailurePolicyOnExitCodesRequirement operator
            PodFailurePolicyOnPodConditionsPattern type status
            CronJob spec status
            CronJobSpec schedule jobTemplate
            RoleBinding roleRef
            ClusterRoleBinding roleRef
            RoleRef apiGroup kind name
            Subject kind name
            PodDisruptionBudget spec status
            PodDisruptionBudgetStatus disruptionsAllowed currentHealthy desiredHealthy expectedPods
            Lease spec
            NetworkPolicy spec
            NetworkPolicySpec podSelector
            IPBlock cidr
            Ingress spec status
            IngressStatus loadBalancer
            HTTPIngressPath backend
            IngressServiceBackend name port
            IngressPortStatus port protocol
            PriorityClass value
            StorageClass provisioner
            TopologySelectorLabelRequirement key
            EndpointSlice addressType
            Endpoint conditions
            ForZone name
            CustomResourceDefinition spec status
            CustomResourceDefinitionSpec group names scope
            CustomResourceDefinitionNames plural kind
            CustomResourceDefinitionVersion name served storage
            CustomResourceDefinitionStatus acceptedNames
            SelfSubjectAccessReview spec status
            SubjectAccessReview spec status
            LocalSubjectAccessReview spec status
            SelfSubjectRulesReview spec status
            SelfSubjectReview status
            SubjectAccessReviewStatus allowed
            TokenReview spec status
            TokenRequest spec status
            TokenRequestSpec audiences expirationSeconds boundObjectRef
            TokenRequestStatus token expirationTimestamp
            LimitRange spec
            LimitRangeItem type
            ResourceQuota spec status
            ReplicationController spec status
            ReplicationControllerStatus replicas
            ReplicationControllerCondition type status
            PodTemplate template
            Binding target
            ComponentCondition type status
            ControllerRevision revision
            events.Event regarding deprecatedSource
            events.EventSeries count
            HorizontalPodAutoscaler spec status
            HorizontalPodAutoscalerSpec scaleTargetRef maxReplicas
            HorizontalPodAutoscalerStatus desiredReplicas
            HorizontalPodAutoscalerCondition type status
            v1.HorizontalPodAutoscalerSpec scaleTargetRef maxReplicas
            v1.HorizontalPodAutoscalerStatus currentReplicas desiredReplicas
            CrossVersionObjectReference kind name
            MetricSpec type
            MetricStatus type
            MetricTarget type
            MetricIdentifier name
            ResourceMetricSource name target
            ResourceMetricStatus name current
            ContainerResourceMetricSource name target container
            ContainerResourceMetricStatus name current container
            ObjectMetricSource describedObject target metric
            ObjectMetricStatus describedObject current metric
            PodsMetricSource metric target
            PodsMetricStatus metric current
            ExternalMetricSource metric target
            ExternalMetricStatus metric current
            HPAScalingPolicy type value periodSeconds
            CertificateSigningRequest spec status
            CertificateSigningRequestSpec signerName
            CertificateSigningRequestCondition type status
            IngressClass spec
            IngressClassParametersReference kind name
            RuntimeClass handler
            CSIDriver spec
            CSINode spec
            CSINodeDriver name nodeID
            CSIStorageCapacity storageClassName
            VolumeAttachment spec status
            VolumeAttachmentSpec attacher source nodeName
            VolumeAttachmentStatus attached
            MutatingWebhook name clientConfig
            ValidatingWebhook name clientConfig
            MatchCondition name expression
            ValidatingAdmissionPolicy spec status
            ValidatingAdmissionPolicyBinding spec
            Validation expression
            AuditAnnotation key valueExpression
            Variable name expression
            APIService spec status
            APIServiceSpec groupPriorityMinimum versionPriority
            APIServiceCondition type status
            FlowSchema spec status
            FlowSchemaSpec priorityLevelConfiguration matchingPrecedence
            PriorityLevelConfigurationReference name
            FlowDistinguisherMethod type
            UserSubject name
            GroupSubject name
            ServiceAccountSubject namespace name
            PriorityLevelConfiguration spec status
            PriorityLevelConfigurationSpec type
            LimitedPriorityLevelConfiguration limitResponse
            LimitResponse type
            QueuingConfiguration queues handSize queueLengthLimit
            """);

    /** Written as null when they are not set: lists and times held by value, and pointers that are never left out. */
    private static final Set<String> NULL = table("""
            PodSpec containers
            ProjectedVolumeSource sources
            NodeSelector nodeSelectorTerms
            CephFSVolumeSource monitors
            RBDVolumeSource monitors
            GRPCAction service
            ContainerStateRunning startedAt
            ContainerStateTerminated startedAt finishedAt
            PodCondition lastProbeTime lastTransitionTime
            NamespaceCondition lastTransitionTime
            NodeCondition lastHeartbeatTime lastTransitionTime
            ContainerImage names
            PersistentVolumeClaimCondition lastProbeTime lastTransitionTime
            TypedLocalObjectReference apiGroup
            TypedObjectReference apiGroup
            Condition lastTransitionTime
            Event firstTimestamp lastTimestamp eventTime
            EventSeries lastObservedTime
            DeploymentSpec selector
            DeploymentCondition lastUpdateTime lastTransitionTime
            StatefulSetSpec selector
            StatefulSetCondition lastTransitionTime
            ReplicaSetCondition lastTransitionTime
            ReplicaSetSpec selector
            DaemonSetSpec selector
            DaemonSetCondition lastTransitionTime
            JobCondition lastProbeTime lastTransitionTime
            PodFailurePolicy rules
            PodFailurePolicyOnExitCodesRequirement values
            SuccessPolicy rules
            Role rules
            ClusterRole rules
            PolicyRule verbs
            HTTPIngressRuleValue paths
            HTTPIngressPath pathType
            TopologySelectorLabelRequirement values
            EndpointSlice endpoints ports
            Endpoint addresses
            CustomResourceDefinitionSpec versions
            CustomResourceDefinitionStatus conditions storedVersions
            LimitRangeSpec limits
            ReplicationControllerCondition lastTransitionTime
            HorizontalPodAutoscalerCondition lastTransitionTime
            HorizontalPodAutoscalerStatus currentMetrics
            events.Event eventTime deprecatedFirstTimestamp deprecatedLastTimestamp
            events.EventSeries lastObservedTime
            CertificateSigningRequestSpec request
            CertificateSigningRequestCondition lastUpdateTime lastTransitionTime
            CSINodeSpec drivers
            CSINodeDriver topologyKeys
            MutatingWebhook sideEffects admissionReviewVersions
            ValidatingWebhook sideEffects admissionReviewVersions
            APIServiceCondition lastTransitionTime
            FlowSchemaCondition lastTransitionTime
            PriorityLevelConfigurationCondition lastTransitionTime
            PolicyRulesWithSubjects subjects
            ResourcePolicyRule verbs apiGroups resources
            NonResourcePolicyRule verbs nonResourceURLs
            """);

    /** Numbers and flags that are held by value and left out when they are zero; others are pointers. */
    private static final Set<String> VALUES = table("""
            Probe initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold
            ContainerPort hostPort
            AWSElasticBlockStoreVolumeSource partition
            GCEPersistentDiskVolumeSource partition
            ContainerStateTerminated signal
            ServiceSpec healthCheckNodePort publishNotReadyAddresses
            ServicePort nodePort
            Event count
            EventSeries count
            DeploymentSpec minReadySeconds paused
            DeploymentStatus observedGeneration replicas updatedReplicas readyReplicas availableReplicas
            DeploymentStatus unavailableReplicas
            StatefulSetSpec minReadySeconds
            StatefulSetStatus observedGeneration readyReplicas currentReplicas updatedReplicas
            ReplicaSetSpec minReadySeconds
            ReplicaSetStatus observedGeneration fullyLabeledReplicas readyReplicas availableReplicas
            DaemonSetSpec minReadySeconds
            DaemonSetStatus observedGeneration updatedNumberScheduled numberAvailable numberUnavailable
            JobStatus active succeeded failed
            PodDisruptionBudgetStatus observedGeneration
            ServiceBackendPort number
            Condition observedGeneration
            ContainerImage sizeBytes
            Container stdin stdinOnce tty
            EphemeralContainer stdin stdinOnce tty
            PodSpec hostIPC hostNetwork hostPID
            ISCSIVolumeSource chapAuthDiscovery chapAuthSession
            ISCSIPersistentVolumeSource chapAuthDiscovery chapAuthSession
            ScaleIOVolumeSource sslEnabled
            ScaleIOPersistentVolumeSource sslEnabled
            NodeSpec unschedulable
            PriorityClass globalDefault
            ReplicationControllerSpec minReadySeconds
            ReplicationControllerStatus observedGeneration fullyLabeledReplicas readyReplicas availableReplicas
            HorizontalPodAutoscalerStatus currentReplicas
            events.Event deprecatedCount
            APIServiceSpec insecureSkipTLSVerify
            ResourcePolicyRule clusterScope
            """);

    /** Texts that are pointers, so that an empty text is kept; others are held by value. */
    private static final Set<String> TEXT_POINTERS = table("""
            AppArmorProfile localhostProfile
            AzureDiskVolumeSource cachingMode fsType kind
            CSIVolumeSource fsType
            ClusterTrustBundleProjection name signerName
            Container restartPolicy
            CronJobSpec timeZone
            CustomResourceDefinitionVersion deprecationWarning
            CustomResourceSubresourceScale labelSelectorPath
            EndpointAddress nodeName
            EndpointPort appProtocol
            Endpoint hostname nodeName zone
            discovery.EndpointPort name protocol appProtocol
            GRPCAction service
            HTTPIngressPath pathType
            HostPathVolumeSource type
            ISCSIVolumeSource initiatorName
            ISCSIPersistentVolumeSource initiatorName
            IngressPortStatus error
            IngressSpec ingressClassName
            JobSpec completionMode managedBy podReplacementPolicy
            LeaseSpec holderIdentity preferredHolder strategy
            LoadBalancerIngress ipMode
            NetworkPolicyPort protocol
            PersistentVolumeClaimSpec storageClassName volumeAttributesClassName volumeMode
            PersistentVolumeClaimStatus currentVolumeAttributesClassName
            PersistentVolumeSpec volumeAttributesClassName volumeMode
            LocalVolumeSource fsType
            PodDNSConfigOption value
            PodDisruptionBudgetSpec unhealthyPodEvictionPolicy
            PodFailurePolicyOnExitCodesRequirement containerName
            PodResourceClaim resourceClaimName resourceClaimTemplateName
            PodResourceClaimStatus resourceClaimName
            PodSecurityContext fsGroupChangePolicy seLinuxChangePolicy supplementalGroupsPolicy
            PodSpec preemptionPolicy runtimeClassName
            PortStatus error
            PriorityClass preemptionPolicy
            SeccompProfile localhostProfile
            SecurityContext procMount
            ServicePort appProtocol
            ServiceSpec internalTrafficPolicy ipFamilyPolicy loadBalancerClass trafficDistribution
            StorageClass reclaimPolicy volumeBindingMode
            SuccessPolicyRule succeededIndexes
            JobStatus failedIndexes
            TopologySpreadConstraint nodeAffinityPolicy nodeTaintsPolicy
            TypedLocalObjectReference apiGroup
            TypedObjectReference apiGroup namespace
            VolumeMount mountPropagation recursiveReadOnly
            VolumeMountStatus recursiveReadOnly
            WindowsSecurityContextOptions gmsaCredentialSpec gmsaCredentialSpecName runAsUserName
            IngressClassParametersReference apiGroup namespace scope
            VolumeAttachmentSource persistentVolumeName
            MutatingWebhook failurePolicy matchPolicy reinvocationPolicy sideEffects
            ValidatingWebhook failurePolicy matchPolicy sideEffects
            Rule scope
            RuleWithOperations scope
            NamedRuleWithOperations scope
            WebhookClientConfig url
            ServiceReference path
            HPAScalingRules selectPolicy
            CSIDriverSpec fsGroupPolicy
            MatchResources matchPolicy
            ParamRef parameterNotFoundAction
            ValidatingAdmissionPolicySpec failurePolicy
            Validation reason
            """);

    /** Fields of the models that came with versions after 1.32. */
    private static final Set<String> NEWER = table("""
            Container restartPolicyRules
            ContainerStatus stopSignal
            DeploymentStatus terminatingReplicas
            EndpointHints forNodes
            EnvVarSource fileKeyRef
            EphemeralContainer restartPolicyRules
            Lifecycle stopSignal
            NodeStatus declaredFeatures
            NodeSystemInfo swap
            PodCondition observedGeneration
            PodSpec hostnameOverride workloadRef
            PodStatus allocatedResources extendedResourceClaimStatus observedGeneration resources
            ReplicaSetStatus terminatingReplicas
            VolumeProjection podCertificate
            """);

    /** Maps whose values are bytes. */
    private static final Set<String> BYTES = table("""
            Secret data
            ConfigMap binaryData
            """);

    /** Names that an earlier group, or a later version, has too, by the package of the model. */
    private static final Map<String, Set<String>> OF_TWO_GROUPS = Map.of(
            "io.fabric8.kubernetes.api.model.discovery.v1", Set.of("EndpointPort"),
            "io.fabric8.kubernetes.api.model.events.v1", Set.of("Event", "EventSeries"),
            "io.fabric8.kubernetes.api.model.autoscaling.v1",
                    Set.of("HorizontalPodAutoscalerSpec", "HorizontalPodAutoscalerStatus"));

    private static final Map<String, String> PREFIXES = Map.of(
            "io.fabric8.kubernetes.api.model.discovery.v1", "discovery.",
            "io.fabric8.kubernetes.api.model.events.v1", "events.",
            "io.fabric8.kubernetes.api.model.autoscaling.v1", "v1.");

    private GoFields() {}

    private static Set<String> table(String text) {
        Set<String> fields = new HashSet<>();
        for (String line : text.split("\n")) {
            String[] words = line.trim().split(" ");
            for (int i = 1; i < words.length; i++) {
                fields.add(words[0] + "." + words[i]);
            }
        }
        return fields;
    }

    /** The name by which a model class is known here: its own, with the group where two groups have the name. */
    static String typeKey(Class<?> model) {
        String name = model.getSimpleName();
        return OF_TWO_GROUPS.getOrDefault(model.getPackageName(), Set.of()).contains(name)
                ? PREFIXES.get(model.getPackageName()) + name
                : name;
    }

    /** Whether 1.32 has the field. */
    static boolean isServed(String type, String field) {
        return !NEWER.contains(type + "." + field);
    }

    /** Whether the values of a map are bytes, which JSON has in base 64. */
    static boolean isBytes(String type, String field) {
        return BYTES.contains(type + "." + field);
    }

    /** Whether a text is a time. */
    static boolean isTime(String field) {
        return field.endsWith("Timestamp")
                || field.endsWith("Time")
                || field.equals("startedAt")
                || field.equals("finishedAt")
                || field.equals("timeAdded");
    }

    /** How a structure holds a field of a JSON type. */
    static Presence presence(String type, String field, String jsonType) {
        String name = type + "." + field;
        if (ALWAYS.contains(name) || NULL.contains(name)) {
            return Presence.ALWAYS;
        }
        return switch (jsonType) {
            case "string" -> TEXT_POINTERS.contains(name) ? Presence.AS_GIVEN : Presence.UNLESS_ZERO;
            case "integer", "boolean" ->
                VALUES.contains(name) || isReadOnlyFlag(type, field) ? Presence.UNLESS_ZERO : Presence.AS_GIVEN;
            default -> Presence.AS_GIVEN;
        };
    }

    private static boolean isReadOnlyFlag(String type, String field) {
        return field.equals("readOnly") && !type.equals("AzureDiskVolumeSource") && !type.equals("CSIVolumeSource");
    }

    /** What is written for a field that is always written and not set. */
    static @Nullable Object zero(String type, String field, Schema schema) {
        if (NULL.contains(type + "." + field)) {
            return null;
        }
        if (schema.intOrString()) {
            return 0L;
        }
        if (schema.typeName().equals(GoScalars.QUANTITY)) {
            return "0";
        }
        return switch (schema.type()) {
            case "string" -> "";
            case "integer" -> 0L;
            case "boolean" -> false;
            default -> JsonObject.EMPTY;
        };
    }
}
