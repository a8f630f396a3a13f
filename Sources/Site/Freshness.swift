import Ceasefire
import HTTPTypes
import Hummingbird
import Record

/// Saves those who have seen a page from being sent it again (RFC 9110, section 13.1.2).
struct Freshness: RouterMiddleware {
    typealias Context = BasicRequestContext

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.method != .post, response.status == .ok, let tag = response.headers[.eTag],
            let held = request.headers[.ifNoneMatch],
            held == "*" || Freshness.tags(held).contains(tag)
        else { return response }
        response.headers[.contentType] = nil
        response.headers[.contentDisposition] = nil
        return Response(status: .notModified, headers: response.headers)
    }

    private static func tags(_ list: String) -> [String] {
        list.split(separator: ",").prefix(32).map { tag in
            let tag = tag.drop { $0 == " " }.prefix { $0 != " " }
            return String(tag.hasPrefix("W/") ? tag.dropFirst(2) : tag)
        }
    }

    /// Names the bytes themselves: what a page says depends on the head, the question, the hour and the last check.
    static func tag(_ bytes: [UInt8]) -> String { "\"\(TextDigest(of: bytes).hex.prefix(32))\"" }
}
