"""`web.config`: what the web server of Windows has to know about a site of ours.

It lies in the folder of the site and holds for it alone, be that a site, an application or a plain folder, so
nothing in it names a path from the root. Every list is cleared of an entry before it gets it: IIS refuses a
whole site in which an entry of the folders above is given once more. Elements and attributes are from
Microsoft's reference of `system.webServer` (learn.microsoft.com/iis/configuration).
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from .. import policy

NAME = "web.config"
TYPES = {
    ".avif": "image/avif",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Kinds of files that not every IIS knows, and answers with 404 as long as it does not."""
HEADERS = {
    "Content-Security-Policy": policy.HEADER,
    "Referrer-Policy": policy.REFERRER,
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says, by any server."""
YEAR = 365
"""Days for which a browser may keep a file whose name changes with its content: what HTTP calls for good."""
_LASTING = """\
  <location path={path}>
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{days}.00:00:00" cacheControlCustom="immutable" />
      </staticContent>
    </system.webServer>
  </location>
"""
_WHOLE = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <httpErrors>
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}      </customHeaders>
    </httpProtocol>
    <staticContent>
{types}      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
  </system.webServer>
{lasting}</configuration>
"""


def web_config(lasting: Iterable[str] = ()) -> str:
    """The file. `lasting` are paths of files that never change: IIS knows no patterns, so each is named."""
    headers = "".join(
        f"        <remove name={quoteattr(name)} />\n"
        f"        <add name={quoteattr(name)} value={quoteattr(value)} />\n"
        for name, value in HEADERS.items()
    )
    types = "".join(
        f"      <remove fileExtension={quoteattr(ending)} />\n"
        f"      <mimeMap fileExtension={quoteattr(ending)} mimeType={quoteattr(kind)} />\n"
        for ending, kind in TYPES.items()
    )
    kept = "".join(_LASTING.format(path=quoteattr(path), days=YEAR) for path in sorted(lasting))
    return _WHOLE.format(headers=headers, types=types, lasting=kept)
