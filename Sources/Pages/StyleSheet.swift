/// The one style sheet, served at `/style.css`: a treaty office, on paper by day and by night.
package enum StyleSheet {
    package static let text = #"""
        :root {
          color-scheme: light dark;
          --paper: #fbfaf7;
          --raised: #f3f1ea;
          --ink: #1b1b1b;
          --soft: #55585c;
          --hair: #d9d5ca;
          --edge: #7c7f84;
          --accent: #1d4e89;
          --met: #2e6b3a;
          --missing: #5f6368;
          --contested: #8a5a00;
          --failed: #9b1c1c;
          --inserted: #e3efe2;
          --deleted: #f6e1df;
          --text: "Iowan Old Style", Palatino, "Palatino Linotype", "Noto Serif", Georgia, serif;
          --plain: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #161615;
            --raised: #201f1d;
            --ink: #ebe8e1;
            --soft: #b0aca3;
            --hair: #3a3833;
            --edge: #8f8b82;
            --accent: #9dc3f2;
            --met: #8ecb98;
            --missing: #b4b8bd;
            --contested: #e3b455;
            --failed: #f0958f;
            --inserted: #1f3a26;
            --deleted: #4a2422;
          }
        }

        *, *::before, *::after { box-sizing: border-box; }
        html { font: 100%/1.5 var(--plain); background: var(--paper); color: var(--ink); scroll-padding-block-start: 16px; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
        body { margin: 0; overflow-wrap: break-word; }
        .wide { max-inline-size: 1152px; margin-inline: auto; padding-inline: 32px; }
        main { padding-block: 40px 64px; display: block; }
        main:focus { outline: none; }

        h1, h2, h3 { font-family: var(--text); font-weight: 600; line-height: 1.25; text-wrap: balance; }
        h1 { font-size: 2rem; margin-block: 0 16px; max-inline-size: 30em; }
        h2 { font-size: 1.375rem; margin-block: 56px 16px; padding-block-start: 16px; border-block-start: 1px solid var(--hair); }
        h3 { font-size: 1.125rem; margin-block: 24px 8px; }
        p, ul, ol, dl, pre, table { margin-block: 0 16px; }
        p, li, dd { max-inline-size: 68ch; }
        ul, ol { padding-inline-start: 24px; }
        li { margin-block-end: 4px; }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

        .skip { position: absolute; inset-inline-start: 16px; inset-block-start: -80px; padding: 12px 16px; background: var(--accent); color: var(--paper); z-index: 3; }
        .skip:focus { inset-block-start: 8px; }
        .exercise { margin: 0; max-inline-size: none; padding: 12px 32px; background: var(--contested); color: var(--paper); text-align: center; letter-spacing: .02em; }
        .exercise a { color: inherit; }
        .exercise strong { text-transform: uppercase; letter-spacing: .08em; }

        /* The strip. */
        .strip { border-block-end: 1px solid var(--hair); padding-block: 16px 8px; }
        .strip p { max-inline-size: none; }
        .strip .process { margin: 0; font-family: var(--text); font-size: 1.125rem; font-weight: 600; }
        .strip .process a { color: inherit; text-decoration: none; display: inline-block; padding-block: 8px; }
        .strip .process a:hover { text-decoration: underline; }
        .strip nav ul { display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; }
        .strip nav li { margin: 0; }
        .strip nav a { display: inline-flex; align-items: center; min-block-size: 44px; text-decoration: none; border-block-end: 2px solid transparent; }
        .strip nav a:hover { border-block-end-color: var(--hair); }
        .strip nav a[aria-current] { color: var(--ink); font-weight: 600; border-block-end-color: var(--accent); }
        .strip .state { margin: 8px 0 0; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
        .strip .state strong { color: var(--ink); }

        details > summary { display: inline-flex; align-items: center; min-block-size: 44px; color: var(--accent); cursor: pointer; font-size: .875rem; list-style: none; gap: 8px; }
        details > summary::-webkit-details-marker { display: none; }
        details > summary::before { content: "+"; inline-size: 1ch; font-weight: 600; }
        details[open] > summary::before { content: "−"; }
        form p { display: flex; flex-direction: column; gap: 4px; margin: 0; max-inline-size: none; }
        .question form, .choice { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 16px; padding-block: 8px 24px; }
        .question .hint { flex-basis: 100%; order: 1; color: var(--soft); font-size: .875rem; }
        .choice { margin-block: 8px 24px; border-block: 1px solid var(--hair); padding-block: 16px; }
        main section > form:not(.choice) { display: grid; gap: 16px; max-inline-size: 68ch; }
        label { font-size: .875rem; color: var(--soft); }
        input, select, textarea, button { font: inherit; color: inherit; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 2px; background: var(--paper); max-inline-size: 100%; }
        select { max-inline-size: min(100%, 28em); }
        input::placeholder { color: var(--soft); opacity: 1; }
        textarea { inline-size: 100%; font-family: ui-monospace, "Liberation Mono", monospace; font-size: .875rem; }
        button { align-self: flex-start; background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; padding-inline: 24px; cursor: pointer; justify-self: start; }
        button:hover { filter: brightness(1.1); }

        /* The sentence that answers, then the evidence. */
        .answer { font-family: var(--text); font-size: 1.25rem; line-height: 1.5; margin-block-end: 16px; }
        h1.answer { font-size: 1.75rem; font-weight: 500; line-height: 1.35; max-inline-size: 34em; }
        .lead { font-size: 1.125rem; }
        .facets, .how, .note, .when { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
        .how { font-size: .8125rem; }
        .links { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; }
        .links a, .effects + .facets a { display: inline-flex; align-items: center; min-block-size: 44px; }
        .digest, code, pre { font-family: ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .8125rem; overflow-wrap: anywhere; }
        pre { background: var(--raised); border-inline-start: 2px solid var(--hair); padding: 16px; overflow-x: auto; white-space: pre-wrap; line-height: 1.6; }

        .met .mark, .met > .verdict, td.met, .node.met > p > .verdict { color: var(--met); }
        .missing .mark, .node.missing > p > .verdict, td.missing { color: var(--missing); }
        .contested .mark, .node.contested > p > .verdict, td.contested { color: var(--contested); }
        .failed .mark, .node.failed > p > .verdict, td.failed { color: var(--failed); }
        .mark { display: inline-block; inline-size: 1.25em; font-weight: 700; text-align: center; }
        .verdict { font-weight: 600; font-size: .875rem; }
        td .how { color: var(--soft); }

        ul.plain, ul.effects, ul.names { list-style: none; padding: 0; }
        ul.plain > li, ul.effects > li { padding-block: 4px; }
        ul.effects > li { max-inline-size: 80ch; }
        li:has(> .mark) { position: relative; padding-inline-start: 1.75em; }
        li > .mark { position: absolute; inset-inline-start: 0; }
        .account { margin: 4px 0 0; font-size: .9375rem; }

        .instrument { display: grid; grid-template-columns: minmax(0, 20em) minmax(0, 1fr); column-gap: 32px; padding-block: 16px; border-block-end: 1px solid var(--hair); }
        .instrument:last-of-type { border-block-end: 0; }
        .instrument > h3 { grid-row: 1 / span 3; margin-block: 4px 0; }
        .instrument > * { grid-column: 2; margin-block: 0; }
        .instrument > h3 { grid-column: 1; }
        .instrument > h3 a { text-decoration: none; }
        .instrument > h3 a:hover { text-decoration: underline; }
        .instrument .links { font-size: .875rem; }

        /* Time runs downwards. */
        .timeline { list-style: none; padding: 0; margin-inline-start: 4px; border-inline-start: 1px solid var(--hair); }
        .timeline > li { position: relative; display: grid; grid-template-columns: 13em minmax(0, 1fr); column-gap: 24px; padding: 8px 0 8px 24px; padding-inline: 24px 0; margin: 0; max-inline-size: none; }
        .timeline > li::before { content: ""; position: absolute; inset-inline-start: -4px; inset-block-start: 17px; inline-size: 7px; block-size: 7px; border-radius: 50%; background: var(--paper); border: 1px solid var(--edge); }
        .timeline p { margin: 0; }
        .timeline .when { padding-block-start: 1px; }
        .timeline .how { display: block; }
        .timeline > li:target, tr:target, .clause:target, .issue:target, .participant:target { background: var(--raised); }

        /* Tables in the manner of a treaty collection. */
        .scroll { overflow-x: auto; margin-block-end: 24px; }
        @media (min-width: 64em) { .scroll { overflow: visible; } }
        table { border-collapse: collapse; inline-size: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; margin: 0; }
        th, td { text-align: start; vertical-align: top; padding: 12px 16px 12px 0; padding-inline: 0 16px; border-block-end: 1px solid var(--hair); }
        thead th { position: sticky; inset-block-start: 0; background: var(--paper); font-size: .8125rem; font-weight: 600; color: var(--soft); border-block-end: 1px solid var(--edge); white-space: nowrap; }
        tbody th { font-weight: 600; }
        td p { margin: 4px 0; }
        td .how, .how td { max-inline-size: 18em; }
        tr:has(+ tr > td:first-child) > td:not([rowspan]) { border-block-end: 0; }
        .number { font-weight: 400; }
        td a, .number a { display: inline-block; padding-block: 2px; }
        .void { color: var(--failed); }
        td.met, td.missing, td.contested, td.failed { font-weight: 500; }

        /* The rule tree. */
        .effect { padding-block-end: 16px; }
        .effect > h3 { margin-block-end: 4px; }
        .tree { padding-block-start: 8px; }
        .node > p { position: relative; margin: 0; padding-block: 4px; padding-inline-start: 1.75em; max-inline-size: 76ch; }
        .node > p > .mark { position: absolute; inset-inline-start: 0; }
        .node ul { list-style: none; margin: 0; margin-inline-start: .6em; padding-inline-start: 1.5em; border-inline-start: 1px solid var(--hair); }
        .node li { max-inline-size: none; margin: 0; }
        .entry { font-size: .8125rem; white-space: nowrap; }

        /* Texts of instruments. */
        .instrument-text { font-family: var(--text); font-size: 1.125rem; line-height: 1.6; max-inline-size: 68ch; }
        .columns.two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 48px; }
        .columns.two .contents { display: none; }
        .columns:not(.two) .version { display: grid; grid-template-columns: minmax(0, 12em) minmax(0, 1fr); column-gap: 48px; }
        .columns:not(.two) .version > * { grid-column: 1 / -1; }
        .columns:not(.two) .version > .contents { grid-column: 1; position: sticky; inset-block-start: 16px; align-self: start; }
        .columns:not(.two) .version > .instrument-text { grid-column: 2; max-inline-size: none; }
        .contents ul { list-style: none; padding: 0; font-size: .875rem; }
        .contents li { margin: 0; }
        .contents a { display: inline-flex; min-block-size: 32px; align-items: center; text-decoration: none; min-inline-size: 24px; }
        .contents a:hover { text-decoration: underline; }
        .clause { display: grid; grid-template-columns: minmax(0, 68ch) minmax(0, 1fr); column-gap: 32px; }
        .clause > p { grid-column: 1; white-space: pre-line; margin-block: 0 16px; }
        .clause > .note { grid-column: 2; font-family: var(--plain); line-height: 1.5; padding-inline-start: 16px; border-inline-start: 2px solid var(--contested); margin-block: 4px 16px; }
        .columns.two .clause { display: block; }
        .clause.heading > p { font-weight: 600; }
        .clause.date > p, .clause.letterhead > p, .clause.address > p, .clause.signatures > p { color: var(--soft); }
        ins { background: var(--inserted); text-decoration: underline; text-decoration-thickness: 2px; text-decoration-color: var(--met); text-underline-offset: 3px; }
        del { background: var(--deleted); text-decoration: line-through; text-decoration-thickness: 2px; text-decoration-color: var(--failed); }
        ins, del { padding-inline: 2px; }
        .bracket { border: 1px solid var(--contested); border-inline-start-width: 4px; padding: 16px 24px; margin-block-end: 24px; }
        .bracket li { font-family: var(--text); }
        .bracket .how { display: block; font-family: var(--plain); }
        .difference { border-block-start: 1px solid var(--hair); margin-block-start: 24px; }
        .difference h2 { border: 0; margin-block: 0 8px; padding-block-start: 16px; font-size: 1.125rem; }
        .difference .instrument-text { white-space: pre-line; }

        /* Accounts side by side, none wider than another. */
        .accounts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr)); gap: 0; margin-block-end: 16px; }
        .accounts > article { padding-inline: 24px; border-inline-start: 1px solid var(--hair); }
        .accounts > article:first-child { padding-inline-start: 0; border-inline-start: 0; }
        .accounts h3 { margin-block-start: 0; font-family: var(--plain); font-size: .9375rem; }
        .accounts p { font-family: var(--text); }
        .accounts p.how { font-family: var(--plain); }
        .unheard { color: var(--soft); }

        .participant { display: grid; grid-template-columns: minmax(0, 20em) minmax(0, 1fr); column-gap: 32px; padding-block: 12px; border-block-end: 1px solid var(--hair); }
        .participant > * { grid-column: 2; }
        .participant > h3 { grid-column: 1; grid-row: 1 / span 99; margin: 0; }
        .participant p { margin-block: 0 4px; }
        .participant .note { margin-block: 8px; }
        p > .mark { margin-inline-end: .25em; }
        td > .mark { text-align: start; }
        .names { display: flex; flex-wrap: wrap; gap: 0 24px; margin-block-end: 4px; }
        .names li { max-inline-size: none; }
        .note { border-inline-start: 2px solid var(--hair); padding-inline-start: 12px; }
        .places { display: grid; grid-template-columns: minmax(0, 12em) minmax(0, 1fr); column-gap: 24px; }
        .places dt { color: var(--soft); }
        .places dd { margin: 0; max-inline-size: none; }
        .details > div { display: grid; grid-template-columns: minmax(0, 16em) minmax(0, 1fr); column-gap: 24px; padding-block: 8px; border-block-end: 1px solid var(--hair); }
        dt { color: var(--soft); font-size: .875rem; }
        dd { margin: 0; }

        footer p { max-inline-size: none; margin: 0; border-block-start: 1px solid var(--hair); padding-block: 24px 48px; color: var(--soft); font-size: .875rem; }

        @media (max-width: 48em) {
          .wide { padding-inline: 16px; }
          main { padding-block: 24px 48px; }
          h1 { font-size: 1.625rem; }
          h1.answer { font-size: 1.375rem; }
          h2 { margin-block-start: 40px; }
          .answer { font-size: 1.125rem; }
          .instrument, .participant, .clause, .timeline > li, .places, .details > div { display: block; }
          .timeline > li { padding-inline-start: 16px; }
          .columns.two, .columns:not(.two) .version { display: block; }
          .columns.two > * + * { margin-block-start: 32px; border-block-start: 1px solid var(--hair); }
          .columns:not(.two) .version > .contents { position: static; }
          .contents ul { display: flex; flex-wrap: wrap; gap: 0 16px; }
          .contents a { min-block-size: 44px; }
          .question form p, .choice p { inline-size: 100%; }
          select { max-inline-size: 100%; }
          .accounts { grid-template-columns: minmax(0, 1fr); }
          .accounts > article { padding: 16px 0; border-inline-start: 0; border-block-start: 1px solid var(--hair); }
          .accounts > article:first-child { border-block-start: 0; }
          /* A table becomes a list of rows, each cell under its own head. */
          .scroll { overflow: visible; }
          table, tbody, tr, th[scope="row"], td { display: block; }
          thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
          tr { padding-block: 16px; border-block-end: 1px solid var(--edge); }
          tr:has(+ tr > td:first-child) { border-block-end: 0; padding-block-end: 0; }
          tbody th, td { padding: 4px 0; border: 0; }
          tbody th { font-family: var(--text); font-size: 1.125rem; }
          td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-size: .8125rem; font-weight: 400; }
        }

        @media (prefers-contrast: more) {
          :root { --soft: var(--ink); --hair: var(--edge); }
        }
        @media (forced-colors: active) {
          ins, del { forced-color-adjust: none; }
        }
        @media print {
          :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --hair: #999; --accent: #000; --met: #000; --missing: #000; --contested: #000; --failed: #000; --inserted: #fff; --deleted: #fff; }
          html { font-size: 10.5pt; }
          .wide { max-inline-size: none; padding: 0; }
          .skip, nav, form, .question, footer { display: none; }
          main { padding-block: 12pt 0; }
          .exercise { border: 1px solid #000; color: #000; }
          a { color: inherit; text-decoration: none; }
          h2, h3, .when { break-after: avoid; }
          tr, .clause, .node > p, .timeline > li, .accounts > article { break-inside: avoid; }
          thead th { position: static; }
          @page { margin: 20mm; }
        }
        """#
}
