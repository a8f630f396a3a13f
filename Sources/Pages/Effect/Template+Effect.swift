extension Template {
    static let node = """
        <div class="node {{kind}}"><p><span class="mark" aria-hidden="true">{{mark}}</span> <span class="verdict">{{word}}</span> {{sentence}}{{#entries}} <a class="entry" href="{{href}}">entry {{index}}</a>{{/entries}}</p>{{#hasParts}}<ul>{{#parts}}<li>{{{html}}}</li>{{/parts}}</ul>{{/hasParts}}</div>
        """

    static let signature = """
        <td data-label="Signed by">{{signedBy}}{{#account}}<p class="how">{{account}}</p>{{/account}}</td><td data-label="Date and place">{{date}}, {{place}}</td><td data-label="Copy">{{copy}}{{#mode}}, {{mode}}{{/mode}}</td><td data-label="Proof" class="proof">{{how}}: <a href="{{href}}">entry {{entry}}</a>, <a href="{{proof}}" aria-label="proof of entry {{entry}}">proof</a></td>
        """

    static let effect = """
        <h1>{{title}}</h1>
        <p class="answer">{{lead}}</p>
        <p class="facets">{{about}} {{facets}}</p>
        <p class="links"><a href="{{textHref}}">The text</a>{{#canCompare}} · <a href="{{compareHref}}">Compare texts</a>{{/canCompare}}</p>
        <section aria-labelledby="signatures">
        <h2 id="signatures">Signatures</h2>
        {{#identicality}}<p>{{identicality}}</p>{{/identicality}}
        {{#hasLines}}<div class="scroll" role="region" aria-label="Table of signatures" tabindex="0"><table class="treaty">
        <thead><tr><th scope="col">Participant</th><th scope="col">Capacity</th><th scope="col">As printed</th><th scope="col">State</th><th scope="col">Signed by</th><th scope="col">Date and place</th><th scope="col">Copy</th><th scope="col">Proof</th></tr></thead>
        <tbody>
        {{#lines}}<tr id="line-{{id}}"><th scope="row" rowspan="{{rows}}">{{participant}}</th>
        <td data-label="Capacity" rowspan="{{rows}}">{{capacity}} <span class="how">({{role}})</span></td>
        <td data-label="As printed" rowspan="{{rows}}">{{printed}}{{#inscribed}}<p class="how">{{words}}, <a href="{{href}}">entry {{entry}}</a></p>{{/inscribed}}{{#demanded}}<p class="how">{{demanded}}</p>{{/demanded}}</td>
        <td data-label="State" rowspan="{{rows}}" class="{{kind}}"><span class="mark" aria-hidden="true">{{mark}}</span>{{state}} <span class="how">({{verdict}})</span>{{#flags}}<p class="how">{{word}}</p>{{/flags}}{{#rivals}}<p class="how">rival accounts: <a href="{{href}}">{{words}}</a></p>{{/rivals}}</td>
        {{#none}}<td data-label="Signed by" colspan="4">nobody</td></tr>{{/none}}{{#first}}{{> signature}}</tr>{{/first}}{{#more}}<tr>{{> signature}}</tr>{{/more}}
        {{/lines}}</tbody></table></div>{{/hasLines}}{{^hasLines}}<p>No line for signature is recorded.</p>{{/hasLines}}
        <h3>Declarations, reservations, objections</h3>
        <ul class="plain">{{#declarations}}<li><span class="when">{{when}}</span> {{sentence}} <span class="how">{{how}} <a href="{{href}}">entry {{entry}}</a></span></li>{{/declarations}}{{^declarations}}<li>None recorded.</li>{{/declarations}}</ul>
        {{#hasCopies}}<h3>Copies</h3><ul class="plain">{{#copies}}<li><a href="{{href}}">{{id}}</a>: {{what}}; text {{#texts}}<a class="digest" href="{{href}}">{{prefix}}</a> {{/texts}}</li>{{/copies}}</ul>{{/hasCopies}}
        </section>
        <section aria-labelledby="effect">
        <h2 id="effect">Effect, and why</h2>
        {{#effects}}<article class="effect" id="effect-{{id}}"><h3 class="{{kind}}"><span class="mark" aria-hidden="true">{{mark}}</span> {{party}}</h3><p>{{sentence}}</p>{{#tree}}<div class="tree">{{{html}}}</div>{{/tree}}</article>
        {{/effects}}{{^effects}}<p>Nobody is addressed by this instrument.</p>{{/effects}}
        </section>
        {{#accounts}}<section class="issue" id="issue-{{id}}" aria-labelledby="q-{{id}}"><h2 id="q-{{id}}">{{question}}</h2>
        <div class="accounts">{{#accounts}}<article{{^heard}} class="unheard"{{/heard}}><h3>{{source}}</h3><p>{{statement}}</p><p class="how">{{locator}} <a href="{{href}}">entry {{entry}}</a>{{^heard}} Not heard in this view.{{/heard}}</p></article>{{/accounts}}</div>
        {{#settled}}<p>{{words}} <a href="{{href}}">entry {{entry}}</a></p>{{/settled}}</section>
        {{/accounts}}
        <section aria-labelledby="undertakings"><h2 id="undertakings">Undertakings</h2>
        <ul class="plain">{{#undertakings}}<li><strong>{{who}} {{must}}:</strong> {{what}} <span class="how">{{clause}} {{clock}} <a href="{{href}}">entry {{entry}}</a></span></li>{{/undertakings}}{{^undertakings}}<li>None recorded.</li>{{/undertakings}}</ul></section>
        <section aria-labelledby="relations"><h2 id="relations">Relations</h2>
        <ul class="plain">{{#relations}}<li>{{words}} {{more}} <a href="{{otherHref}}">{{other}}</a> <span class="how"><a href="{{href}}">entry {{entry}}</a></span></li>{{/relations}}{{^relations}}<li>None recorded.</li>{{/relations}}</ul></section>
        <section aria-labelledby="timeline"><h2 id="timeline">What happened</h2>
        {{{timeline}}}
        </section>
        """
}
