/// The columns of GED by their meaning, with the names they have had.
///
/// Versions 20.1 to 25.1 have all 49. Version 19.1 has 42 of them: it lacks `relid`, `code_status`,
/// `where_description` and the four numbers that end in `_dset_id`.
enum GEDColumn: Int, CaseIterable {
    case id, relatedID, year, activeYear, codeStatus, kind, conflictDatasetID
    case conflictID, conflictName, dyadDatasetID, dyadID, dyadName, sideADatasetID, sideAID
    case sideAName, sideBDatasetID, sideBID, sideBName, sourceCount, sourceArticle, sourceOffice
    case sourceDate, sourceHeadline, sourceOriginal, placePrecision, placeName, placeDescription, province
    case district, latitude, longitude, geometry, gridCell, country, countryID
    case region, clarity, datePrecision, dateStart, dateEnd, deathsA, deathsB
    case deathsCivilians, deathsUnknown, best, high, low, statesOfA, statesOfB

    /// The names since version 20.1, in the order of the columns.
    private static let names = [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
        "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
        "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
        "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
        "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
        "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start",
        "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
        "gwnoa", "gwnob",
    ]

    /// The name since version 20.1.
    var name: String { Self.names[rawValue] }

    /// The name of the column now, and those it has had before.
    var names: [String] {
        switch self {
        case .conflictID: [name, "conflict_id"]
        case .dyadID: [name, "dyad_id"]
        case .sideAID: [name, "side_a_id"]
        case .sideBID: [name, "side_b_id"]
        default: [name]
        }
    }

    /// Columns that came after version 19.1.
    static let since20: [GEDColumn] = [
        .relatedID, .codeStatus, .placeDescription, .conflictDatasetID, .dyadDatasetID, .sideADatasetID,
        .sideBDatasetID,
    ]

    /// Columns without which there is no event.
    static let needed: [GEDColumn] = [.id, .dateStart, .best]

    static let places: [GEDColumn] = [
        .placePrecision, .placeName, .placeDescription, .province, .district, .latitude, .longitude,
        .geometry, .gridCell,
    ]
    static let sources: [GEDColumn] = [
        .sourceCount, .sourceArticle, .sourceOffice, .sourceDate, .sourceHeadline, .sourceOriginal,
    ]
}
