extension Template {
    static let layout = """
        <!doctype html>
        <html lang="{{language}}" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}} · {{process}}</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        {{#exercise}}<p class="exercise" role="note"><strong>Exercise.</strong> Nothing in this record happened.</p>{{/exercise}}
        {{#fork}}<p class="exercise" role="alert"><strong>Fork.</strong> The log of this record has told two stories. <a href="{{fork}}">The proof</a> is a small file that convinces everybody: <code>bishkek verify FILE</code>.</p>{{/fork}}
        <header class="strip">
        <div class="wide">
        <p class="process"><a href="/">{{process}}</a></p>
        <nav aria-label="Pages"><ul>
        {{#links}}<li><a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{name}}</a></li>
        {{/links}}</ul></nav>
        <p class="state">As of {{asOf}} · {{height}} · verification: <strong>{{verification}}</strong>{{#narrowed}} · {{words}}{{/narrowed}}</p>
        <details class="question">
        <summary>Ask about another time or source</summary>
        <form action="{{path}}" method="get">
        <p><label for="at">What held at</label> <input id="at" name="at" value="{{at}}" placeholder="1994-05-12" autocomplete="off"></p>
        <p><label for="known-on">As known on</label> <input id="known-on" name="known-on" value="{{knownOn}}" autocomplete="off"></p>
        <p><label for="published-by">From sources published by</label> <input id="published-by" name="published-by" value="{{publishedBy}}" autocomplete="off"></p>
        <p><label for="according-to">According to</label> <select id="according-to" name="according-to"><option value="">every source</option>
        {{#sources}}<option{{#selected}} selected{{/selected}}>{{title}}</option>
        {{/sources}}</select></p>
        <p class="hint">A date such as 1994-05-12, or an hour with its offset: 1994-05-12T00:01+04:00.</p>
        <p><button type="submit">Ask</button></p>
        </form>
        </details>
        </div>
        </header>
        <main id="content" class="wide" tabindex="-1">
        {{#unknown}}<p class="lead" role="note">{{unknown}}</p>{{/unknown}}
        {{{content}}}
        </main>
        <footer class="wide"><p>Every answer on this page is derived from signed entries. <a href="/verify">Verify it yourself</a>.</p></footer>
        </body>
        </html>
        """

    static let fault = """
        <h1>{{title}}</h1>
        <p class="lead">{{what}}</p>
        <p>{{remedy}}</p>
        <p><a href="/">Back to the record</a></p>
        """

    static let timeline = """
        <ol class="timeline">
        {{#items}}<li id="{{list}}{{entry}}-{{ordinal}}"><p class="when">{{when}}</p><p class="what">{{sentence}}
        <span class="how">{{how}} <a href="{{href}}">entry {{entry}}</a></span></p></li>
        {{/items}}</ol>
        """
}
