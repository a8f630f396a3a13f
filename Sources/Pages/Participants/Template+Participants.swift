extension Template {
    static let participants = """
        <h1>Participants</h1>
        <p class="answer">{{headline}}</p>
        {{#groups}}<section aria-labelledby="{{id}}">
        <h2 id="{{id}}">{{title}}</h2>
        {{#participants}}<article class="participant" id="p-{{id}}">
        <h3>{{name}}</h3>
        <p class="facets">{{what}}.{{#keys}} {{keys}}{{/keys}}</p>
        {{#named}}<ul class="names">{{#names}}<li><span lang="{{language}}">{{text}}</span>{{#by}} <span class="how">{{by}}</span>{{/by}}</li>{{/names}}</ul>{{/named}}
        {{#disclaimers}}<p class="note">{{words}}</p>{{/disclaimers}}
        {{#standing}}<p class="contested"><span class="mark" aria-hidden="true">!</span> {{words}} <a href="{{href}}">entry {{entry}}</a></p><p>{{settled}}{{#isSettled}} <a href="{{settledHref}}">entry {{settledEntry}}</a>{{/isSettled}}</p>{{/standing}}
        {{#powers}}<p>{{words}} <a href="{{href}}">entry {{entry}}</a></p>{{/powers}}
        {{#seat}}<p>{{seat}}</p>{{/seat}}
        {{#changes}}<p>{{words}} <a href="{{href}}">entry {{entry}}</a></p>{{/changes}}
        </article>
        {{/participants}}{{^participants}}<p>None.</p>{{/participants}}
        </section>
        {{/groups}}
        <section aria-labelledby="places"><h2 id="places">Places, as each side calls them</h2>
        <dl class="places">{{#places}}<dt>{{id}}</dt><dd><ul class="names">{{#names}}<li><span lang="{{language}}">{{text}}</span>{{#by}} <span class="how">{{by}}</span>{{/by}}</li>{{/names}}</ul></dd>{{/places}}</dl>
        </section>
        <section aria-labelledby="meetings"><h2 id="meetings">Meetings</h2>
        {{#meetings}}<article><h3>{{title}}</h3><p class="facets">{{when}}{{#place}}, {{place}}{{/place}}</p><p>{{people}}</p>{{#outcome}}<p>{{outcome}}</p>{{/outcome}}<p class="how"><a href="{{href}}">entry {{entry}}</a></p></article>
        {{/meetings}}{{^meetings}}<p>None so far.</p>{{/meetings}}
        </section>
        """
}
