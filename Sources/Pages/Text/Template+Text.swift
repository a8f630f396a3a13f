extension Template {
    static let text = """
        <h1>{{title}}</h1>
        <p class="answer">{{lead}}</p>
        {{#identicality}}<p>{{identicality}}</p>{{/identicality}}
        {{#dates}}<p>Dated {{words}} (<a href="{{href}}">entry {{entry}}</a>).</p>{{/dates}}
        <p class="links"><a href="{{effectHref}}">Signatures and effect</a>{{#canCompare}} · <a href="{{compareHref}}">Compare texts</a>{{/canCompare}}</p>
        {{^empty}}<form class="choice" action="{{action}}" method="get">
        {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
        <p><label for="copy">Copy</label> <select id="copy" name="copy"><option value="">the first</option>{{#copies}}<option value="{{id}}"{{#selected}} selected{{/selected}}>{{name}}</option>{{/copies}}</select></p>
        <p><label for="language">Language</label> <select id="language" name="language"><option value="">all</option>{{#languages}}<option value="{{id}}"{{#selected}} selected{{/selected}}>{{name}}</option>{{/languages}}</select></p>
        <p><button type="submit">Show</button></p>
        </form>{{/empty}}
        {{#brackets}}<section class="bracket" aria-label="{{name}}"><p><strong>[{{name}}]</strong></p><ol>{{#alternatives}}<li>{{words}} <span class="how">Accepted by {{accepted}}.</span></li>{{/alternatives}}</ol></section>{{/brackets}}
        <div class="columns{{#side}} two{{/side}}">
        {{#columns}}<section class="version" aria-labelledby="v{{prefix}}">
        <h2 id="v{{prefix}}">{{name}}</h2>
        <p class="facets">{{copies}} · <a href="{{entryHref}}">entry {{entry}}</a> · <a href="{{file}}">the exact text</a> · <span class="digest">SHA-256 {{digest}}</span></p>
        {{#missing}}<p class="contested">The file of this text is not attached.</p>{{/missing}}
        <nav class="contents" aria-label="Clauses, {{name}}"><ul>
        {{#clauses}}<li><a href="#{{prefix}}-{{id}}">{{label}}</a>{{#status}} <span class="how">{{status}}</span>{{/status}}</li>{{/clauses}}
        </ul></nav>
        <div class="instrument-text" lang="{{language}}" dir="{{direction}}">
        {{#clauses}}<div class="clause {{class}}" id="{{prefix}}-{{id}}"><p>{{#runs}}{{#kept}}{{kept}}{{/kept}}{{#deleted}}<del><span class="hidden">deleted: </span>{{deleted}}</del>{{/deleted}}{{#inserted}}<ins><span class="hidden">inserted: </span>{{inserted}}</ins>{{/inserted}}{{/runs}}</p>{{#notes}}<p class="note" lang="en" dir="ltr">{{words}} <a href="{{href}}">entry {{entry}}</a></p>{{/notes}}</div>
        {{/clauses}}</div>
        </section>
        {{/columns}}</div>
        """

    static let compare = """
        <h1>Compare: {{title}}</h1>
        <p class="answer">{{headline}}</p>
        <p class="links"><a href="{{textHref}}">The text</a></p>
        <form class="choice" action="{{action}}" method="get">
        {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
        <p><label for="a">The one text</label> <select id="a" name="a">{{#a}}<option value="{{id}}"{{#selected}} selected{{/selected}}>{{name}}</option>{{/a}}</select></p>
        <p><label for="b">The other</label> <select id="b" name="b">{{#b}}<option value="{{id}}"{{#selected}} selected{{/selected}}>{{name}}</option>{{/b}}</select></p>
        <p><button type="submit">Compare</button></p>
        </form>
        {{#rows}}<section class="difference" id="difference-{{number}}" aria-labelledby="dh-{{number}}">
        <h2 id="dh-{{number}}">{{number}} of {{count}}: clause {{label}} <span class="how">({{kind}})</span></h2>
        <p class="instrument-text" lang="{{language}}" dir="{{direction}}">{{#runs}}{{#kept}}{{kept}}{{/kept}}{{#deleted}}<del><span class="hidden">deleted: </span>{{deleted}}</del>{{/deleted}}{{#inserted}}<ins><span class="hidden">inserted: </span>{{inserted}}</ins>{{/inserted}}{{/runs}}</p>
        <p class="links">{{#hasPrevious}}<a href="#difference-{{previous}}">Previous difference</a> {{/hasPrevious}}{{#hasNext}}<a href="#difference-{{next}}">Next difference</a>{{/hasNext}}</p>
        </section>
        {{/rows}}
        """
}
