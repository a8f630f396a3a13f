/// How large things in an entry may become. Whatever is longer is attached by its digest.
package enum WireBounds {
    /// Bytes of UTF-8 in one string.
    package static let string = 16_384
    /// Elements of one list.
    package static let list = 1_024
    /// Objects and lists inside one another.
    package static let depth = 32
    /// Bytes of a payload, so that the enveloped entry stays below the 65,535 bytes of an entry bundle.
    package static let payload = 45_056
    /// Bytes of an entry: what an entry bundle can hold.
    package static let entry = 65_535
    /// The largest whole number that every JSON reader holds exactly (RFC 7493 §2.2).
    package static let integer = 9_007_199_254_740_991
}
