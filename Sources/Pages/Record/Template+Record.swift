extension Template {
    static let record = """
        <h1>Record</h1>
        <p class="answer">{{headline}}</p>
        {{#succession}}<p class="facets">{{succession}}</p>{{/succession}}
        <p class="links"><a href="/export.tar">Download the whole record</a> · <a href="/verify">Verify</a></p>
        <section aria-labelledby="head"><h2 id="head">The head that the log signed</h2>
        <p class="facets">{{witnessed}}</p>
        <pre class="digest" tabindex="0" aria-label="Checkpoint">{{checkpoint}}</pre>
        <p class="links"><a href="/checkpoint">checkpoint</a></p></section>
        <section aria-labelledby="entries"><h2 id="entries">Entries</h2>
        <p>{{range}}</p>
        <div class="scroll" role="region" aria-label="Table of entries" tabindex="0"><table>
        <thead><tr><th scope="col">Entry</th><th scope="col">Occurred</th><th scope="col">What it says</th><th scope="col">Manner</th><th scope="col">Received</th><th scope="col">Proof</th></tr></thead>
        <tbody>
        {{#rows}}<tr id="e{{index}}"{{#isVoid}} class="void"{{/isVoid}}><th scope="row" class="number"><a href="{{href}}" aria-label="Entry {{index}}">{{index}}</a></th>
        <td data-label="Occurred">{{when}}{{^when}}–{{/when}}</td><td data-label="What it says">{{#isVoid}}<span class="mark" aria-hidden="true">✕</span>{{/isVoid}}{{sentence}}{{#doubt}}<p class="contested"><span class="mark" aria-hidden="true">!</span> {{doubt}}</p>{{/doubt}}<p class="how"><code>{{act}}</code></p></td>
        <td data-label="Manner" class="how">{{how}}</td><td data-label="Received" class="how">{{received}}</td><td data-label="Proof"><a href="{{proof}}" aria-label="proof of entry {{index}}">proof</a></td></tr>
        {{/rows}}</tbody></table></div>
        <nav aria-label="Pages of entries" class="links">{{#hasPrevious}}<a href="{{previous}}">Earlier entries</a> {{/hasPrevious}}{{#hasNext}}<a href="{{next}}">Later entries</a>{{/hasNext}}</nav>
        </section>
        """

    static let entry = """
        <h1>Entry {{index}}</h1>
        <p class="answer">{{headline}}</p>
        {{#isVoid}}<p class="failed"><span class="mark" aria-hidden="true">✕</span> Void: {{void}} It keeps its place and changes nothing.</p>{{/isVoid}}
        {{#superseded}}<p class="contested"><span class="mark" aria-hidden="true">!</span> {{superseded}}</p>{{/superseded}}
        {{#doubt}}<p class="contested"><span class="mark" aria-hidden="true">!</span> {{doubt}}</p>{{/doubt}}
        <p class="facets">{{how}}</p>
        <dl class="details">
        {{#rows}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/rows}}<div><dt>Received by the log</dt><dd>{{received}}</dd></div>
        <div><dt>Standing</dt><dd>{{witnessed}}</dd></div>
        <div><dt>Id (SHA-256 of the payload)</dt><dd class="digest">{{id}}</dd></div>
        </dl>
        <h2>What was signed</h2>
        <pre class="payload" tabindex="0" aria-label="Payload">{{payload}}</pre>
        <h2>Check it</h2>
        <p class="links"><a href="{{proof}}">Proof that it is in the record</a> · <a href="{{envelope}}">Signed envelope</a></p>
        <pre class="payload" tabindex="0" aria-label="Command">{{command}}</pre>
        <nav aria-label="Neighbours" class="links">{{#hasPrevious}}<a href="{{previous}}">Previous entry</a> {{/hasPrevious}}{{#hasNext}}<a href="{{next}}">Next entry</a>{{/hasNext}}</nav>
        """

    static let verify = """
        <h1>Verify</h1>
        <p class="answer">{{answer}}</p>
        {{#reports}}<section aria-labelledby="{{id}}"><h2 id="{{id}}">{{title}}</h2>
        <p>{{headline}}</p>
        <ul class="plain checks">{{#rows}}<li class="{{kind}}"><span class="mark" aria-hidden="true">{{mark}}</span> <span class="verdict">{{word}}</span> {{sentence}}{{#hasReasons}}<ul>{{#reasons}}<li>{{words}}</li>{{/reasons}}</ul>{{/hasReasons}}</li>{{/rows}}</ul>
        <h3>This proves</h3><ul>{{#proves}}<li>{{words}}</li>{{/proves}}{{^proves}}<li>Nothing.</li>{{/proves}}</ul>
        <h3>This does not prove</h3><ul>{{#provesNot}}<li>{{words}}</li>{{/provesNot}}</ul>
        </section>
        {{/reports}}
        <section aria-labelledby="yours"><h2 id="yours">Check what you hold</h2>
        <p>Hand in an exported record (a tar file) or the proof of an entry. It is checked and forgotten.</p>
        <form action="/verify" method="post" enctype="multipart/form-data">
        <p><label for="file">A file</label> <input id="file" name="file" type="file"></p>
        <p><label for="proof">Or the text of a proof</label> <textarea id="proof" name="proof" rows="6"></textarea></p>
        <p><button type="submit">Verify</button></p>
        </form></section>
        <section aria-labelledby="yourself"><h2 id="yourself">Or on your own machine</h2>
        <p>This page is served by the record's keeper. Trust your own machine instead:</p>
        <pre class="payload" tabindex="0" aria-label="Command">{{command}}</pre>
        <p>The log's verifier key, which you should have from elsewhere too:</p>
        <pre class="digest" tabindex="0" aria-label="Verifier key">{{log}}</pre></section>
        """
}
