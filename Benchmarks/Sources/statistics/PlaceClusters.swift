import Statistics

/// Clusters of places on the sphere: two kilometres, ten places.
func measurePlaces(path: String, runs: Int) throws {
    let table = try Columns(path: path)
    var places: [GeographicPoint] = []
    for (latitude, longitude) in zip(table["lat"], table["lon"]) {
        places.append(try GeographicPoint(latitude: latitude, longitude: longitude))
    }
    try measure("places", runs: runs, batch: 20) {
        try DBSCAN.clusters(of: places, radius: 2, minimumPoints: 10)
    } answer: { clusters in
        [
            ("labels", .integers(clusters.labels)),
            ("cores", .integers(clusters.isCore.indices.filter { clusters.isCore[$0] })),
        ]
    }
}
