import Testing

import Statistics

@Suite struct `Cox regression` {
    private func lung(_ names: String...) throws -> (Durations, [[Double]], [Int]) {
        let lung = try Registers.Lung(knowing: "age", "sex", "ph.ecog")
        return (
            lung.durations, names.map { lung.covariates[$0] ?? [] },
            (lung.covariates["sex"] ?? []).map { Int($0) }
        )
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `lung cancer is as in R with Efron's ties`() throws {
        let (durations, covariates, _) = try lung("age", "sex", "ph.ecog")
        let fit = try CoxRegression(durations, covariates: covariates)
        #expect(fit.count == 227)
        #expect(fit.eventCount == 164)
        #expect(
            Figures.agree(
                fit.coefficients, [0.011066764596118644, -0.55261239553183705, 0.46372847511573217],
                within: 1e-9))
        #expect(
            Figures.agree(
                fit.standardErrors, [0.0092674110143656993, 0.16773905378342227, 0.11357726616137125]))
        #expect(
            Figures.agree(
                fit.covariance[1], [4.3099296703972477e-06, 0.028136390164157827, -0.00093008808697114386]))
        #expect(
            Figures.agree(
                [fit.nullLogLikelihood, fit.logLikelihood], [-744.48045576144023, -729.23012137486171]))
        #expect(fit.concordance.concordant == 12544)
        #expect(fit.concordance.discordant == 7117)
        #expect(fit.concordance.tied == 126)
        #expect(Figures.agree(fit.concordance.index, 0.637135493))
        #expect(Figures.agree(fit.likelihoodRatio, 2 * (744.48045576144023 - 729.23012137486171)))
        // The upper tail of chi-squared with three degrees of freedom.
        #expect(abs(fit.likelihoodRatioPValue - 1.0828176991984606e-06) < 1e-15)
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `lung cancer is as in R with Breslow's ties, and with strata`() throws {
        let (durations, covariates, _) = try lung("age", "sex", "ph.ecog")
        let fit = try CoxRegression(durations, covariates: covariates, ties: .breslow)
        #expect(
            Figures.agree(
                fit.coefficients, [0.011041136385707511, -0.55188956963765612, 0.46294704033454975]))
        #expect(Figures.agree(fit.logLikelihood, -729.48870517677312))
        let (_, within, sexes) = try lung("age", "ph.ecog")
        let stratified = try CoxRegression(durations, covariates: within, strata: sexes)
        #expect(Figures.agree(stratified.coefficients, [0.010566254601026429, 0.46242443435857683]))
        #expect(Figures.agree(stratified.standardErrors, [0.0092413738930937385, 0.11476109785480268]))
        #expect(
            Figures.agree(
                [stratified.nullLogLikelihood, stratified.logLikelihood],
                [-638.50976498423643, -628.77093950120525]))
        #expect(Figures.agree(stratified.concordance.index, 0.60584918283475098))
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `arrests after release are as in R`() throws {
        let table = try Table("survival/rossi.csv")
        let durations = try Durations(
            times: table.numbers("week"), events: table.numbers("arrest").map { $0 == 1 })
        let covariates = ["fin", "age", "race", "wexp", "mar", "paro", "prio"].map { table.numbers($0) }
        let fit = try CoxRegression(durations, covariates: covariates)
        #expect(
            Figures.agree(
                fit.coefficients,
                [
                    -0.37942216687120983, -0.057437743013761172, 0.31389978594929535, -0.14979569722278846,
                    -0.43370387669025084, -0.084871082990836788, 0.091497079351120669,
                ]))
        #expect(
            Figures.agree(
                fit.standardErrors,
                [
                    0.19137948071280911, 0.021999470627953776, 0.30799277639293859, 0.21222429615816357,
                    0.38186805746492192, 0.19575667192092325, 0.028648550073470613,
                ]))
        #expect(
            Figures.agree(
                [fit.logLikelihood, fit.nullLogLikelihood], [-658.74765944608589, -675.38063234687093]))
        #expect(Figures.agree(fit.concordance.index, 0.64032924709971351))
        let breslow = try CoxRegression(durations, covariates: covariates, ties: .breslow)
        #expect(Figures.agree(breslow.coefficients[0], -0.37902188779502671))
        #expect(Figures.agree(breslow.logLikelihood, -659.1206056773284))
    }

    @Test func `placebo raises the rate of relapse almost fivefold`() throws {
        let durations = try Leukaemia.durations(Leukaemia.placebo, Leukaemia.mercaptopurine)
        let placebo = Array(repeating: 1.0, count: 21) + Array(repeating: 0.0, count: 21)
        let efron = try CoxRegression(durations, covariates: [placebo])
        #expect(Figures.agree(efron.coefficients[0], 1.5721251488290655))
        #expect(Figures.agree(efron.standardErrors[0], 0.4123967177094553))
        #expect(
            Figures.agree(
                [efron.nullLogLikelihood, efron.logLikelihood], [-93.184269996847732, -85.008424577371656]))
        #expect(
            [efron.concordance.concordant, efron.concordance.discordant, efron.concordance.tied] == [
                335, 64, 314,
            ])
        let breslow = try CoxRegression(durations, covariates: [placebo], ties: .breslow)
        #expect(Figures.agree(breslow.coefficients[0], 1.5091914125858783))
        #expect(Figures.agree(breslow.standardErrors[0], 0.4095644063667413))
        #expect(Figures.agree(breslow.logLikelihood, -86.379622071145562))
        let interval = try breslow.hazardRatioIntervals()[0]
        #expect(Figures.agree([interval.lower, interval.upper], [2.027, 10.09], within: 1e-3))
    }

    @Test(.enabled(if: Table.isThere, "\(Table.absence)"))
    func `late entries are as in R`() throws {
        let patients = try Registers.GammopathyByAge(knowingHaemoglobin: true)
        let covariates = [patients.male, patients.haemoglobin]
        let fit = try CoxRegression(patients.durations, covariates: covariates)
        #expect(Figures.agree(fit.coefficients, [0.5048338434782158, -0.14727420829492602]))
        #expect(Figures.agree(fit.standardErrors, [0.067483427453221001, 0.017111857842357761]))
        #expect(
            Figures.agree(
                [fit.nullLogLikelihood, fit.logLikelihood], [-5164.9087577961072, -5112.7715152950832]))
        #expect(
            [fit.concordance.concordant, fit.concordance.discordant, fit.concordance.tied] == [
                148744, 101921, 2144,
            ])
        let breslow = try CoxRegression(patients.durations, covariates: covariates, ties: .breslow)
        #expect(Figures.agree(breslow.coefficients, [0.50213896014583792, -0.14690601075904516]))
        let stratified = try CoxRegression(
            patients.durations, covariates: [patients.haemoglobin], strata: patients.male.map { Int($0) })
        #expect(Figures.agree(stratified.coefficients, [-0.14639425875045028]))
        #expect(Figures.agree(stratified.logLikelihood, -4474.3096896359348))
        #expect(Figures.agree(stratified.concordance.index, 0.57362122788761705))
    }

    @Test func `late entries of seven are as in R`() throws {
        let durations = try Durations(
            times: [3, 5, 4, 6, 7, 8, 9], events: [true, false, true, true, false, true, true],
            entries: [0, 0, 1, 2, 2, 4, 5])
        let fit = try CoxRegression(durations, covariates: [[0, 1, 0, 1, 1, 0, 1]])
        #expect(Figures.agree(fit.coefficients, [-1.8049009899357635]))
        #expect(Figures.agree(fit.covariance[0], [1.3840327611639209]))
        #expect(Figures.agree(fit.logLikelihood, -3.6730685813267279))
        #expect(Figures.agree(fit.concordance.index, 0.77272727272727271))
    }
}
