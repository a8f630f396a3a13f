extension Template {
    static let home = """
        <h1 class="answer">{{headline}}</h1>
        {{#succession}}<p class="facets">{{succession}}</p>{{/succession}}
        <section aria-labelledby="instruments">
        <h2 id="instruments">Instruments</h2>
        {{#none}}<p>Nothing had happened by then.</p>{{/none}}
        {{#instruments}}<article class="instrument" id="{{id}}">
        <h3><a href="{{effectHref}}">{{title}}</a></h3>
        <ul class="effects">
        {{#effects}}<li class="{{kind}}"><span class="mark" aria-hidden="true">{{mark}}</span>{{sentence}}</li>
        {{/effects}}</ul>
        <p class="facets">{{facets}}{{#nested}} Nested in {{title}}.{{/nested}}</p>
        {{#hasText}}<p class="links"><a href="{{textHref}}" aria-label="Read the text of {{title}}">Read the text</a> <a href="{{effectHref}}" aria-label="Signatures and effect of {{title}}">Signatures and effect</a></p>{{/hasText}}
        </article>
        {{/instruments}}
        </section>
        <section aria-labelledby="divides">
        <h2 id="divides">What still divides</h2>
        <ul class="plain">
        {{#divisions}}<li class="contested"><span class="mark" aria-hidden="true">!</span>{{#href}}<a href="{{href}}">{{sentence}}</a>{{/href}}{{^href}}{{sentence}}{{/href}}{{#accounts}}<p class="account"><span class="how">{{source}}:</span> {{statement}}</p>{{/accounts}}</li>
        {{/divisions}}{{^divisions}}<li>Nothing that the record knows of.</li>{{/divisions}}</ul>
        </section>
        <section aria-labelledby="awaiting">
        <h2 id="awaiting">What awaits whom</h2>
        {{#awaiting}}<h3>{{party}}</h3><ul class="plain">{{#points}}<li>{{sentence}}</li>{{/points}}</ul>
        {{/awaiting}}{{^awaiting}}<p>Nothing awaits anybody.</p>{{/awaiting}}
        </section>
        <section aria-labelledby="recent">
        <h2 id="recent">The last ten entries</h2>
        {{{recent}}}
        </section>
        <section aria-labelledby="timeline">
        <h2 id="timeline">Timeline</h2>
        {{{timeline}}}
        </section>
        """
}
