import LambdaEvents
import LambdaJSON

extension FixtureFamily {
    static let securityDetails = FixtureFamily(
        fixtures: [
            FixtureCase(
                "eventbridge-security/cloudtrail-api-call",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-security/cloudtrail-denied",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-security/cloudtrail-service-event",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.requestParameters", "detail.responseElements"]
            ),
            FixtureCase(
                "eventbridge-security/console-sign-in",
                EventBridgeEvent<CloudTrailDetail>.self,
                dropped: ["detail.requestParameters"]
            ),
            FixtureCase(
                "eventbridge-security/guardduty-finding",
                EventBridgeEvent<GuardDutyFindingDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/workspaces-access",
                EventBridgeEvent<WorkSpacesAccessDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/access-analyzer-finding",
                EventBridgeEvent<AccessAnalyzerFindingDetail>.self
            ),
            FixtureCase("eventbridge-security/kms-rotation", EventBridgeEvent<KMSKeyDetail>.self),
            FixtureCase(
                "eventbridge-security/kms-imported-material-expired",
                EventBridgeEvent<KMSKeyDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/acm-approaching-expiration",
                EventBridgeEvent<ACMCertificateDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/acm-renewal-action-required",
                EventBridgeEvent<ACMCertificateDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/acm-available",
                EventBridgeEvent<ACMCertificateDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/security-hub-imported",
                EventBridgeEvent<SecurityHubFindingsDetail>.self
            ),
            FixtureCase(
                "eventbridge-security/security-hub-custom-action",
                EventBridgeEvent<SecurityHubFindingsDetail>.self
            ),
        ],
        corpus: [:],
        maps: ["principal", "condition"],
        openValues: [
            "requestParameters", "responseElements", "additionalEventData", "serviceEventDetails",
            "resource", "service", "findings", "sources",
        ]
    )
}
