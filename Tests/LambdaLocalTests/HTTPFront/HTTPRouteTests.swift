#if LOCAL_RUNNING
import Testing

@testable import LambdaLocal

struct HTTPRouteTests {
    @Test(
        arguments: [
            "", "GET", "/orders", "get /orders", "GET orders", "GET  /orders", "GET /{id",
            "GET /id}",
            "GET /a{id}", "GET /{}", "GET /{+}", "GET /{a b}", "GET /{rest+}/x", "default",
            "$other",
        ]
    )
    func refusesWhatIsNoRoute(_ text: String) {
        #expect(HTTPRoute(text) == nil)
    }

    @Test(
        arguments: [
            ("GET", "/", "ANY /", [:]),
            ("GET", "/orders", "GET /orders", [:]),
            ("POST", "/orders", "ANY /orders", [:]),
            ("GET", "/orders/7", "GET /orders/{id}", ["id": "7"]),
            ("GET", "/orders/new", "GET /orders/new", [:]),
            ("GET", "/orders/a%2Fb", "GET /orders/{id}", ["id": "a%2Fb"]),
            ("GET", "/orders/7/lines/2", "ANY /orders/{proxy+}", ["proxy": "7/lines/2"]),
            ("POST", "/orders/7", "ANY /orders/{proxy+}", ["proxy": "7"]),
            ("GET", "/orders/", "$default", [:]),
            ("GET", "/customers", "$default", [:]),
            ("GET", "/orders/7/", "ANY /orders/{proxy+}", ["proxy": "7/"]),
        ] as [(String, String, String, [String: String])]
    )
    func prefersWhatIsFixed(
        _ method: String,
        _ path: String,
        _ key: String,
        _ variables: [String: String]
    ) throws {
        let routes = [
            "$default", "ANY /orders/{proxy+}", "GET /orders/{id}", "GET /orders/new",
            "ANY /orders", "GET /orders", "ANY /",
        ].compactMap { HTTPRoute($0) }
        #expect(routes.count == 7)
        for routes in [routes, routes.reversed()] {
            let match = try #require(
                HTTPRoute.best(
                    among: routes,
                    method: method,
                    path: path,
                    ignoresTrailingSlash: false
                )
            )
            #expect(match.route.key == key)
            #expect(Dictionary(uniqueKeysWithValues: match.variables.map { $0 }) == variables)
        }
    }

    @Test func ignoresATrailingSlashWhereItIsToldSo() throws {
        let routes = [try #require(HTTPRoute("GET /orders"))]
        for (isIgnored, isFound) in [(true, true), (false, false)] {
            let match = HTTPRoute.best(
                among: routes,
                method: "GET",
                path: "/orders/",
                ignoresTrailingSlash: isIgnored
            )
            #expect((match != nil) == isFound)
        }
    }

    @Test func anHTTPAPIWithoutTheRouteSaysSo() throws {
        let api = HTTPFront(.httpAPI, routes: ["GET /orders"].compactMap { HTTPRoute($0) })
        let refusal = try #require(api.refusal(.make("GET", "/customers")))
        #expect(refusal.status == 404)
        #expect(refusal.text == #"{"message":"Not Found"}"#)
    }

    @Test func onlyAPIGatewayHasRoutes() {
        let routes = ["GET /orders"].compactMap { HTTPRoute($0) }
        for service in HTTPService.all {
            let isRefused = HTTPFront(service, routes: routes).refusal(.make("GET", "/x")) != nil
            #expect(isRefused == service.hasRoutes)
        }
    }
}
#endif
