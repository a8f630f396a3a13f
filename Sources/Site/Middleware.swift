import HTTPTypes
import Hummingbird
import Pages
import Record

/// What every page and file carries: no scripts, no other hosts, no guessing of types.
struct Headers: RouterMiddleware {
    typealias Context = BasicRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Headers.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[Headers.referrerPolicy] = "no-referrer"
        return response
    }

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .contentType
}

/// Turns what went wrong into a page that says what, and what to do.
struct Faults: RouterMiddleware {
    typealias Context = BasicRequestContext

    let site: Site

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let fault as RequestFault {
            return try await answer(fault, request)
        } catch let error as any HTTPResponseError {
            return try await answer(Faults.fault(error), request)
        } catch let error as ArchiveError {
            let fault = RequestFault(status: .serviceUnavailable, what: error.message, remedy: error.remedy)
            return try await answer(fault, request)
        } catch  where !(error is CancellationError) {
            let fault = RequestFault(
                status: .internalServerError, what: "The server could not answer this.",
                remedy: "Check the record on your own machine: bishkek verify FILE.")
            return try await answer(fault, request)
        }
    }

    private static func fault(_ error: any HTTPResponseError) -> RequestFault {
        switch error.status {
        case .notFound: .notFound("There is no such page.")
        case .contentTooLarge:
            RequestFault(
                status: .contentTooLarge, what: "That file is too large to be checked here.",
                remedy: "Check it on your own machine: bishkek verify FILE.")
        default:
            RequestFault(
                status: error.status, what: (error as? HTTPError)?.body ?? "The request cannot be answered.",
                remedy: "Go back and try again.")
        }
    }

    private func answer(_ fault: RequestFault, _ request: Request) async throws -> Response {
        // The question itself may be what is wrong: the page around the message asks none.
        let plain = Request(
            head: .init(method: .get, scheme: nil, authority: nil, path: "/"), body: .init(buffer: .init()))
        guard let (frame, _, _) = try? await site.frame(plain) else {
            return Response(
                status: fault.status,
                body: .init(byteBuffer: .init(string: "\(fault.what) \(fault.remedy)\n")))
        }
        let title = fault.status == .notFound ? "Not found" : "This cannot be answered"
        let page = FaultPage(frame, title: title, what: fault.what, remedy: fault.remedy)
        return site.page(page.html(site.renderer), status: fault.status)
    }
}
