import Statistics

/// Durations of the reference data, as far as the folder is there.
enum Registers {
    /// Survival of patients with advanced lung cancer (Loprinzi, 1994): days, and the covariates by name.
    struct Lung {
        let durations: Durations
        let covariates: [String: [Double]]

        /// Those for whom the named columns are known.
        init(knowing names: String...) throws {
            let table = try Table("survival/lung.csv")
            let columns = names.map { table.numbers($0) }
            let rows = table.rows.indices.filter { row in columns.allSatisfy { !$0[row].isNaN } }
            let times = table.numbers("time")
            let status = table.numbers("status")
            durations = try Durations(times: rows.map { times[$0] }, events: rows.map { status[$0] == 1 })
            covariates = Dictionary(
                uniqueKeysWithValues: zip(names, columns).map { name, column in
                    (name, rows.map { column[$0] })
                })
        }
    }

    /// Monoclonal gammopathy of undetermined significance (Kyle, 2002): months to plasma cell malignancy (1), death
    /// without it (2), or the last visit (0).
    static func gammopathy() throws -> CumulativeIncidence {
        let table = try Table("reference/mgus2.csv")
        let (malignant, dead) = (table.numbers("pstat"), table.numbers("death"))
        let (toMalignancy, toEnd) = (table.numbers("ptime"), table.numbers("futime"))
        return try CumulativeIncidence(
            times: malignant.indices.map { malignant[$0] == 0 ? toEnd[$0] : toMalignancy[$0] },
            causes: malignant.indices.map { malignant[$0] == 0 ? Int(2 * dead[$0]) : 1 })
    }

    /// The same patients by age in months, under observation since diagnosis.
    struct GammopathyByAge {
        let durations: Durations
        let male: [Double]
        let haemoglobin: [Double]

        init(knowingHaemoglobin: Bool) throws {
            let table = try Table("reference/mgus2.csv")
            let (age, followed) = (table.numbers("age"), table.numbers("futime"))
            let (dead, haemoglobin) = (table.numbers("death"), table.numbers("hgb"))
            let sex = table.text("sex")
            let rows = age.indices.filter { !knowingHaemoglobin || !haemoglobin[$0].isNaN }
            durations = try Durations(
                times: rows.map { age[$0] * 12 + max(followed[$0], 0.5) },
                events: rows.map { dead[$0] == 1 }, entries: rows.map { age[$0] * 12 })
            male = rows.map { sex[$0] == "M" ? 1 : 0 }
            self.haemoglobin = rows.map { haemoglobin[$0] }
        }
    }
}
