/// One body of every act with all its members, and one with those alone that it must have.
enum ActSamples {
    struct Sample: Sendable {
        let name: String
        let json: String
        let minimal: String
    }

    static let all = [
        Sample(
            name: "process.opened",
            json: #"""
                {"origin":"Перемирие, “ateşkəs”","log":"Перемирие, “ateşkəs”","rules":7,"title":"Пер\#
                емирие, “ateşkəs”","home":{"zone":"Перемирие, “ateşkəs”","offset":"+04:00"},"exercis\#
                e":true,"audience":["azerbaijan","azerbaijan"],"quotas":[{"participant":"azerbaijan"\#
                ,"entriesPerDay":7},{"participant":"azerbaijan","entriesPerDay":7}],"founders":[{"pa\#
                rticipant":"azerbaijan","kind":"state","role":"party","names":[{"text":"Перемирие, “\#
                ateşkəs”","language":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]},{"\#
                text":"Перемирие, “ateşkəs”","language":"Перемирие, “ateşkəs”","usedBy":["azerbaijan\#
                ","azerbaijan"]}],"keys":[{"algorithm":"ed25519","spki":"Перемирие, “ateşkəs”","coun\#
                tersignature":"Перемирие, “ateşkəs”"},{"algorithm":"ed25519","spki":"Перемирие, “ate\#
                şkəs”","countersignature":"Перемирие, “ateşkəs”"}],"recovery":7},{"participant":"aze\#
                rbaijan","kind":"state","role":"party","names":[{"text":"Перемирие, “ateşkəs”","lang\#
                uage":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]},{"text":"Перемири\#
                е, “ateşkəs”","language":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]\#
                }],"keys":[{"algorithm":"ed25519","spki":"Перемирие, “ateşkəs”","countersignature":"\#
                Перемирие, “ateşkəs”"},{"algorithm":"ed25519","spki":"Перемирие, “ateşkəs”","counter\#
                signature":"Перемирие, “ateşkəs”"}],"recovery":7}],"predecessor":{"log":"Перемирие, “\#
                ateşkəs”","size":7,"root":"LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=","signature"\#
                :"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD\#
                0+P0BBQkM=","reason":"lostKey"}}
                """#,
            minimal: #"""
                {"origin":"Перемирие, “ateşkəs”","log":"Перемирие, “ateşkəs”","rules":7,"title":"Пер\#
                емирие, “ateşkəs”","home":{"zone":"Перемирие, “ateşkəs”","offset":"+04:00"}}
                """#),
        Sample(
            name: "party.listed",
            json: #"""
                {"party":"azerbaijan","kind":"state","role":"party","names":[{"text":"Перемирие, “at\#
                eşkəs”","language":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]},{"te\#
                xt":"Перемирие, “ateşkəs”","language":"Перемирие, “ateşkəs”","usedBy":["azerbaijan",\#
                "azerbaijan"]}],"disclaimers":["Перемирие, “ateşkəs”","Перемирие, “ateşkəs”"]}
                """#,
            minimal: #"""
                {"party":"azerbaijan","kind":"state","role":"party"}
                """#),
        Sample(
            name: "person.accredited",
            json: #"""
                {"person":"azerbaijan","names":[{"text":"Перемирие, “ateşkəs”","language":"Перемирие\#
                , “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]},{"text":"Перемирие, “ateşkəs”","l\#
                anguage":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]}],"party":"azer\#
                baijan","capacity":"party","title":"Перемирие, “ateşkəs”","powers":"shown","key":{"a\#
                lgorithm":"ed25519","spki":"Перемирие, “ateşkəs”","countersignature":"Перемирие, “at\#
                eşkəs”"}}
                """#,
            minimal: #"""
                {"person":"azerbaijan","capacity":"party"}
                """#),
        Sample(
            name: "accreditation.revoked",
            json: #"""
                {"person":"azerbaijan","reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"person":"azerbaijan"}
                """#),
        Sample(
            name: "place.named",
            json: #"""
                {"place":"baku","names":[{"text":"Перемирие, “ateşkəs”","language":"Перемирие, “ateş\#
                kəs”","usedBy":["azerbaijan","azerbaijan"]},{"text":"Перемирие, “ateşkəs”","language\#
                ":"Перемирие, “ateşkəs”","usedBy":["azerbaijan","azerbaijan"]}],"latitude":7,"longit\#
                ude":7}
                """#,
            minimal: #"""
                {"place":"baku"}
                """#),
        Sample(
            name: "standing.objected",
            json: #"""
                {"to":"azerbaijan","ground":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"to":"azerbaijan"}
                """#),
        Sample(
            name: "standing.settled",
            json: #"""
                {"of":"azerbaijan","manner":"namedAnyway","replacement":"azerbaijan","acceptedBy":["\#
                azerbaijan","azerbaijan"],"words":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"of":"azerbaijan","manner":"namedAnyway"}
                """#),
        Sample(
            name: "seat.claimed",
            json: #"""
                {"seat":"azerbaijan"}
                """#,
            minimal: #"""
                {"seat":"azerbaijan"}
                """#),
        Sample(
            name: "seat.settled",
            json: #"""
                {"seat":"azerbaijan","holders":["azerbaijan","azerbaijan"],"required":7,"acceptedBy"\#
                :["azerbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"seat":"azerbaijan"}
                """#),
        Sample(
            name: "meeting.held",
            json: #"""
                {"meeting":"bishkek-1994","title":"Перемирие, “ateşkəs”","place":"baku","attendance"\#
                :[{"person":"azerbaijan","capacity":"party","party":"azerbaijan"},{"person":"azerbai\#
                jan","capacity":"party","party":"azerbaijan"}],"agenda":["Перемирие, “ateşkəs”","Пер\#
                емирие, “ateşkəs”"],"outcome":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"meeting":"bishkek-1994","title":"Перемирие, “ateşkəs”"}
                """#),
        Sample(
            name: "key.replaced",
            json: #"""
                {"participant":"azerbaijan","key":{"algorithm":"ed25519","spki":"Перемирие, “ateşkəs\#
                ”","countersignature":"Перемирие, “ateşkəs”"}}
                """#,
            minimal: #"""
                {"participant":"azerbaijan","key":{"algorithm":"ed25519","spki":"Перемирие, “ateşkəs\#
                ”"}}
                """#),
        Sample(
            name: "key.compromised",
            json: #"""
                {"participant":"azerbaijan","key":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5\#
                e886266e7ae","from":7,"reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"participant":"azerbaijan","key":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5\#
                e886266e7ae","from":7}
                """#),
        Sample(
            name: "powers.stated",
            json: #"""
                {"person":"azerbaijan","state":"shown","instrument":"protocol","document":"Перемирие\#
                , “ateşkəs”"}
                """#,
            minimal: #"""
                {"person":"azerbaijan","state":"shown"}
                """#),
        Sample(
            name: "party.split",
            json: #"""
                {"party":"azerbaijan","into":["azerbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"party":"azerbaijan"}
                """#),
        Sample(
            name: "party.merged",
            json: #"""
                {"parties":["azerbaijan","azerbaijan"],"into":"azerbaijan"}
                """#,
            minimal: #"""
                {"into":"azerbaijan"}
                """#),
        Sample(
            name: "party.succeeded",
            json: #"""
                {"predecessor":"azerbaijan","successor":"azerbaijan","instruments":["protocol","prot\#
                ocol"]}
                """#,
            minimal: #"""
                {"predecessor":"azerbaijan","successor":"azerbaijan"}
                """#),
        Sample(
            name: "party.dissolved",
            json: #"""
                {"party":"azerbaijan"}
                """#,
            minimal: #"""
                {"party":"azerbaijan"}
                """#),
        Sample(
            name: "party.authorised",
            json: #"""
                {"party":"azerbaijan","agent":"azerbaijan","instruments":["protocol","protocol"]}
                """#,
            minimal: #"""
                {"party":"azerbaijan","agent":"azerbaijan"}
                """#),
        Sample(
            name: "party.joinedCommand",
            json: #"""
                {"party":"azerbaijan","under":"azerbaijan","member":true}
                """#,
            minimal: #"""
                {"party":"azerbaijan","under":"azerbaijan"}
                """#),
        Sample(
            name: "instrument.introduced",
            json: #"""
                {"instrument":"protocol","title":"Перемирие, “ateşkəs”","kind":"protocol","form":"si\#
                gned","intent":"binding","languages":["Перемирие, “ateşkəs”","Перемирие, “ateşkəs”"]\#
                ,"addressed":["azerbaijan","azerbaijan"],"consentBy":["signature","signature"],"depo\#
                sitary":"azerbaijan","denunciation":{"count":30,"unit":"days","offsets":["+03:00","+\#
                04:00"]},"partOf":"protocol"}
                """#,
            minimal: #"""
                {"instrument":"protocol","title":"Перемирие, “ateşkəs”","kind":"protocol","form":"si\#
                gned","intent":"binding"}
                """#),
        Sample(
            name: "instrument.dated",
            json: #"""
                {"instrument":"protocol","date":{"edtf":"1994-05-08","offset":"+04:00","zone":"Asia/\#
                Baku","place":"baku"}}
                """#,
            minimal: #"""
                {"instrument":"protocol","date":{"edtf":"1994-05-08"}}
                """#),
        Sample(
            name: "text.tabled",
            json: #"""
                {"instrument":"protocol","text":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98\#
                a5e886266e7ae","language":"Перемирие, “ateşkəs”","basis":"original","of":"2c26b46b68\#
                ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","clauses":[{"id":"4","parent\#
                ":"4","label":"Перемирие, “ateşkəs”","part":"operative","start":7,"end":7,"digest":"\#
                2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"},{"id":"4","parent\#
                ":"4","label":"Перемирие, “ateşkəs”","part":"operative","start":7,"end":7,"digest":"\#
                2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}]}
                """#,
            minimal: #"""
                {"instrument":"protocol","text":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98\#
                a5e886266e7ae","language":"Перемирие, “ateşkəs”","basis":"original"}
                """#),
        Sample(
            name: "alteration.proposed",
            json: #"""
                {"instrument":"protocol","copy":"photocopy","clause":"4","language":"Перемирие, “ate\#
                şkəs”","before":"Перемирие, “ateşkəs”","after":"Перемирие, “ateşkəs”","hand":"handwr\#
                itten","from":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","re\#
                sult":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","proposedBy\#
                ":["azerbaijan","azerbaijan"],"initialledBy":["azerbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"instrument":"protocol","clause":"4","language":"Перемирие, “ateşkəs”","before":"Пе\#
                ремирие, “ateşkəs”","after":"Перемирие, “ateşkəs”","hand":"handwritten","from":"2c26\#
                b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","result":"2c26b46b68ff\#
                c68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
                """#),
        Sample(
            name: "bracket.opened",
            json: #"""
                {"instrument":"protocol","bracket":"observers","clause":"4","language":"Перемирие, “\#
                ateşkəs”","alternatives":[{"alternative":"international","words":"Перемирие, “ateşkə\#
                s”"},{"alternative":"international","words":"Перемирие, “ateşkəs”"}],"parties":["aze\#
                rbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"instrument":"protocol","bracket":"observers","clause":"4"}
                """#),
        Sample(
            name: "bracket.supported",
            json: #"""
                {"instrument":"protocol","bracket":"observers","alternative":"international","adRefe\#
                rendum":true}
                """#,
            minimal: #"""
                {"instrument":"protocol","bracket":"observers","alternative":"international"}
                """#),
        Sample(
            name: "bracket.objected",
            json: #"""
                {"instrument":"protocol","bracket":"observers","alternative":"international","ground\#
                ":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","bracket":"observers"}
                """#),
        Sample(
            name: "bracket.closed",
            json: #"""
                {"instrument":"protocol","bracket":"observers","alternative":"international","result\#
                ":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
                """#,
            minimal: #"""
                {"instrument":"protocol","bracket":"observers","alternative":"international"}
                """#),
        Sample(
            name: "text.adopted",
            json: #"""
                {"instrument":"protocol","texts":["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f\#
                98a5e886266e7ae","2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]\#
                ,"by":["azerbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "text.authenticated",
            json: #"""
                {"instrument":"protocol","texts":["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f\#
                98a5e886266e7ae","2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]\#
                }
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "languages.aligned",
            json: #"""
                {"instrument":"protocol","texts":["2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f\#
                98a5e886266e7ae","2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"]\#
                }
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "error.notified",
            json: #"""
                {"instrument":"protocol","error":"report-1","clause":"4","before":"Перемирие, “ateşk\#
                əs”","after":"Перемирие, “ateşkəs”","from":"2c26b46b68ffc68ff99b453c1d30413413422d70\#
                6483bfa0f98a5e886266e7ae","result":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0\#
                f98a5e886266e7ae","objectionsUntil":{"edtf":"1994-05-08","offset":"+04:00","zone":"A\#
                sia/Baku","place":"baku"}}
                """#,
            minimal: #"""
                {"instrument":"protocol","error":"report-1","clause":"4","before":"Перемирие, “ateşk\#
                əs”","after":"Перемирие, “ateşkəs”","from":"2c26b46b68ffc68ff99b453c1d30413413422d70\#
                6483bfa0f98a5e886266e7ae","result":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0\#
                f98a5e886266e7ae","objectionsUntil":{"edtf":"1994-05-08"}}
                """#),
        Sample(
            name: "error.objected",
            json: #"""
                {"instrument":"protocol","error":"report-1","ground":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","error":"report-1"}
                """#),
        Sample(
            name: "text.abandoned",
            json: #"""
                {"instrument":"protocol","reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "signing.opened",
            json: #"""
                {"instrument":"protocol","mode":"together","lines":[{"line":"line-jalilov","role":"p\#
                arty","party":"azerbaijan","capacity":"Перемирие, “ateşkəs”","name":"Перемирие, “ate\#
                şkəs”"},{"line":"line-jalilov","role":"party","party":"azerbaijan","capacity":"Перем\#
                ирие, “ateşkəs”","name":"Перемирие, “ateşkəs”"}],"languages":["Перемирие, “ateşkəs”"\#
                ,"Перемирие, “ateşkəs”"],"until":{"edtf":"1994-05-08","offset":"+04:00","zone":"Asia\#
                /Baku","place":"baku"}}
                """#,
            minimal: #"""
                {"instrument":"protocol","mode":"together"}
                """#),
        Sample(
            name: "line.proposed",
            json: #"""
                {"instrument":"protocol","line":{"line":"line-jalilov","role":"party","party":"azerb\#
                aijan","capacity":"Перемирие, “ateşkəs”","name":"Перемирие, “ateşkəs”"},"demandedBy"\#
                :["azerbaijan","azerbaijan"]}
                """#,
            minimal: #"""
                {"instrument":"protocol","line":{"line":"line-jalilov","role":"party"}}
                """#),
        Sample(
            name: "line.objected",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","ground":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","line":"line-jalilov"}
                """#),
        Sample(
            name: "copy.made",
            json: #"""
                {"instrument":"protocol","copy":"photocopy","kind":"original","texts":["2c26b46b68ff\#
                c68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","2c26b46b68ffc68ff99b453c1d304\#
                13413422d706483bfa0f98a5e886266e7ae"],"of":"photocopy","place":"baku"}
                """#,
            minimal: #"""
                {"instrument":"protocol","copy":"photocopy","kind":"original"}
                """#),
        Sample(
            name: "name.inscribed",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","name":"Перемирие, “ateşkəs”","hand":\#
                "handwritten","copy":"photocopy"}
                """#,
            minimal: #"""
                {"instrument":"protocol","line":"line-jalilov","name":"Перемирие, “ateşkəs”","hand":\#
                "handwritten"}
                """#),
        Sample(
            name: "initials.affixed",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","copy":"photocopy","text":"2c26b46b68\#
                ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "signature.affixed",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","copy":"photocopy","text":"2c26b46b68\#
                ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","medium":"ink","scan":"2c26b\#
                46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","adReferendum":true}
                """#,
            minimal: #"""
                {"instrument":"protocol","medium":"ink"}
                """#),
        Sample(
            name: "signature.confirmed",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "signature.refused",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "signature.withdrawn",
            json: #"""
                {"instrument":"protocol","line":"line-jalilov","reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "declaration.made",
            json: #"""
                {"instrument":"protocol","kind":"declaration","clauses":["4","4"],"words":"Перемирие\#
                , “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","kind":"declaration","words":"Перемирие, “ateşkəs”"}
                """#),
        Sample(
            name: "objection.raised",
            json: #"""
                {"instrument":"protocol","to":["azerbaijan","azerbaijan"],"words":"Перемирие, “ateşk\#
                əs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "copy.transmitted",
            json: #"""
                {"instrument":"protocol","copy":"photocopy","to":"azerbaijan","place":"baku","means"\#
                :"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","copy":"photocopy"}
                """#),
        Sample(
            name: "copies.certified",
            json: #"""
                {"instrument":"protocol","copies":["photocopy","photocopy"]}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "rule.stated",
            json: #"""
                {"instrument":"protocol","rule":"rule-1","parties":["azerbaijan","azerbaijan"],"scop\#
                e":["4","4"],"towards":["azerbaijan","azerbaijan"],"begins":{"after":{"duration":{"c\#
                ount":6,"unit":"hours"},"of":{"received":{"by":"kazimirov","matter":"letters"}}}},"d\#
                eemedFrom":{"edtf":"1994-05-08","offset":"+04:00","zone":"Asia/Baku","place":"baku"}\#
                ,"ends":{"after":{"duration":{"count":6,"unit":"hours"},"of":{"received":{"by":"kazi\#
                mirov","matter":"letters"}}}},"lapses":{"after":{"duration":{"count":6,"unit":"hours\#
                "},"of":{"received":{"by":"kazimirov","matter":"letters"}}}},"words":"Перемирие, “at\#
                eşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","rule":"rule-1","begins":{"after":{"duration":{"count":6,"u\#
                nit":"hours"},"of":{"received":{"by":"kazimirov","matter":"letters"}}}}}
                """#),
        Sample(
            name: "consent.expressed",
            json: #"""
                {"instrument":"protocol","kind":"signature","text":"2c26b46b68ffc68ff99b453c1d304134\#
                13422d706483bfa0f98a5e886266e7ae","through":"azerbaijan","words":"Перемирие, “ateşkə\#
                s”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","kind":"signature"}
                """#),
        Sample(
            name: "receipt.notified",
            json: #"""
                {"instrument":"protocol","matter":"report-1","words":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol","matter":"report-1"}
                """#),
        Sample(
            name: "instrument.provisionallyApplied",
            json: #"""
                {"instrument":"protocol","until":{"edtf":"1994-05-08","offset":"+04:00","zone":"Asia\#
                /Baku","place":"baku"}}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "instrument.denounced",
            json: #"""
                {"instrument":"protocol","words":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"instrument":"protocol"}
                """#),
        Sample(
            name: "performance.certified",
            json: #"""
                {"who":"azerbaijan","matter":"report-1","instrument":"protocol","words":"Перемирие, \#
                “ateşkəs”"}
                """#,
            minimal: #"""
                {"who":"azerbaijan","matter":"report-1"}
                """#),
        Sample(
            name: "question.decided",
            json: #"""
                {"question":"report-1","answer":"yes","instrument":"protocol","votes":"Перемирие, “a\#
                teşkəs”","words":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"question":"report-1","answer":"yes"}
                """#),
        Sample(
            name: "instruments.related",
            json: #"""
                {"relation":"confirms","subject":"protocol","object":"protocol","basis":"clause","cl\#
                ause":"4","scope":["4","4"],"parties":["azerbaijan","azerbaijan"],"until":{"edtf":"1\#
                994-05-08","offset":"+04:00","zone":"Asia/Baku","place":"baku"},"words":"Перемирие, \#
                “ateşkəs”"}
                """#,
            minimal: #"""
                {"relation":"confirms","subject":"protocol","object":"protocol","basis":"clause"}
                """#),
        Sample(
            name: "undertaking.stated",
            json: #"""
                {"instrument":"protocol","undertaking":"cease-fire","clause":"4","actors":["azerbaij\#
                an","azerbaijan"],"modality":"must","what":"Перемирие, “ateşkəs”","matter":"report-1\#
                ","from":{"after":{"duration":{"count":6,"unit":"hours"},"of":{"received":{"by":"kaz\#
                imirov","matter":"letters"}}}},"until":{"after":{"duration":{"count":6,"unit":"hours\#
                "},"of":{"received":{"by":"kazimirov","matter":"letters"}}}},"deadline":{"after":{"d\#
                uration":{"count":6,"unit":"hours"},"of":{"received":{"by":"kazimirov","matter":"let\#
                ters"}}}},"exceptions":["Перемирие, “ateşkəs”","Перемирие, “ateşkəs”"],"certifiedBy"\#
                :"azerbaijan"}
                """#,
            minimal: #"""
                {"instrument":"protocol","undertaking":"cease-fire","modality":"must","what":"Переми\#
                рие, “ateşkəs”"}
                """#),
        Sample(
            name: "finding.made",
            json: #"""
                {"finding":"report-1","instrument":"protocol","clause":"4","facts":"Перемирие, “ateş\#
                kəs”","classification":"violation","attribution":["azerbaijan","azerbaijan"],"standa\#
                rd":"reported"}
                """#,
            minimal: #"""
                {"finding":"report-1","facts":"Перемирие, “ateşkəs”","standard":"reported"}
                """#),
        Sample(
            name: "account.stated",
            json: #"""
                {"issue":"who-signed","question":"Перемирие, “ateşkəs”","alternative":"international\#
                ","statement":"Перемирие, “ateşkəs”","topic":"breach","instruments":["protocol","pro\#
                tocol"],"clause":"4","claims":[{"actor":"azerbaijan","onBehalfOf":"azerbaijan","occu\#
                rred":{"edtf":"1994-05-08","offset":"+04:00","zone":"Asia/Baku","place":"baku"},"act\#
                ":"signature.affixed","version":1,"body":{"instrument":"protocol","medium":"ink"}},{\#
                "actor":"azerbaijan","onBehalfOf":"azerbaijan","occurred":{"edtf":"1994-05-08","offs\#
                et":"+04:00","zone":"Asia/Baku","place":"baku"},"act":"signature.affixed","version":\#
                1,"body":{"instrument":"protocol","medium":"ink"}}]}
                """#,
            minimal: #"""
                {"statement":"Перемирие, “ateşkəs”"}
                """#),
        Sample(
            name: "issue.settled",
            json: #"""
                {"issue":"who-signed","alternative":"international","acceptedBy":["azerbaijan","azer\#
                baijan"],"words":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"issue":"who-signed","alternative":"international"}
                """#),
        Sample(
            name: "entry.corrected",
            json: #"""
                {"entry":7,"claim":{"actor":"azerbaijan","onBehalfOf":"azerbaijan","occurred":{"edtf\#
                ":"1994-05-08","offset":"+04:00","zone":"Asia/Baku","place":"baku"},"act":"signature\#
                .affixed","version":1,"body":{"instrument":"protocol","medium":"ink"}},"reason":"Пер\#
                емирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"entry":7,"claim":{"act":"signature.affixed","version":1,"body":{"instrument":"prot\#
                ocol","medium":"ink"}}}
                """#),
        Sample(
            name: "entry.withdrawn",
            json: #"""
                {"entry":7,"reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"entry":7}
                """#),
        Sample(
            name: "dataset.attached",
            json: #"""
                {"dataset":"report-1","title":"Перемирие, “ateşkəs”","format":"Перемирие, “ateşkəs”"\#
                ,"version":"Перемирие, “ateşkəs”","licence":"Перемирие, “ateşkəs”","digest":"2c26b46\#
                b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
                """#,
            minimal: #"""
                {"dataset":"report-1","title":"Перемирие, “ateşkəs”","format":"Перемирие, “ateşkəs”"\#
                ,"digest":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
                """#),
        Sample(
            name: "sealed.opened",
            json: #"""
                {"entry":7,"salt":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"\#
                ,"act":"account.stated","version":1,"body":{"statement":"Перемирие, “ateşkəs”"}}
                """#,
            minimal: #"""
                {"entry":7,"salt":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"\#
                ,"act":"finding.made","version":1,"body":{"finding":"one","facts":"x","standard":"re\#
                ported"}}
                """#),
        Sample(
            name: "sealed.destroyed",
            json: #"""
                {"entry":7,"reason":"Перемирие, “ateşkəs”"}
                """#,
            minimal: #"""
                {"entry":7}
                """#),
        Sample(
            name: "rules.adopted",
            json: #"""
                {"version":7}
                """#,
            minimal: #"""
                {"version":7}
                """#),
    ]
}
