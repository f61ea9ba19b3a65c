import Settings

/// Who signs a request.
///
/// Lambda gives a function the credentials of its role in the environment, a session token with them.
/// Not under SnapStart and on Managed Instances, where they come from an endpoint, which this example
/// leaves out.
///
/// AWS documentation: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>
package struct AWSCredentials: Sendable {
    package var accessKeyID: String
    package var secretAccessKey: String
    package var sessionToken: String?

    package init(accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }

    /// Reads the credentials that Lambda sets.
    ///
    /// - Throws: `MissingSetting` if there are none.
    package init(_ settings: Settings) throws {
        self.init(
            accessKeyID: try settings.required("AWS_ACCESS_KEY_ID"),
            secretAccessKey: try settings.required("AWS_SECRET_ACCESS_KEY"),
            sessionToken: settings["AWS_SESSION_TOKEN"]
        )
    }
}
