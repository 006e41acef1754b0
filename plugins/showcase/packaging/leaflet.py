"""What lies in a package for people: how to use it, and the page for addresses that lead nowhere."""

from __future__ import annotations

import codecs
import html

from .. import policy

README = "README.txt"
_README = """\
{name}

这个压缩包里是整个网站，不需要数据库，也不需要安装程序。

在自己的电脑上看
  1. 先把压缩包全部解压出来，不要在压缩包里直接打开。
  2. 双击 index.html。不联网也能看。

放到服务器上
  1. 把解压出来的全部文件和文件夹原样传到网站的一个文件夹里，名字不要改。
     放在网站最上面，或者放在哪一层文件夹里都可以。
  2. 用浏览器打开那个文件夹的网址，后面加上 index.html，能看到首页就好了。
  3. 服务器是 IIS 的，web.config 要一起传；那里原来就有 web.config 的，
     不要盖掉，请管理员把两个文件的内容合在一起。
  4. 服务器是 nginx 的，web.config 用不着。响应头怎样设，见项目里的
     scripts/hosting/README.zh-CN.md。

以后更新
  传新的一版之前，最好先清掉旧的文件；只覆盖的话，撤下的页面和照片会留在网上。
  release.json 里列着这一版的每个文件和它的 SHA-256，可以用来核对有没有传全。
"""
_NOT_FOUND = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>没有这一页</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
</head>
<body>
<h1>没有这一页</h1>
<p>地址可能写错了，或者这一页换了地方。</p>
<p>{way}</p>
</body>
</html>
"""


def readme(name: str) -> bytes:
    """How to use a package of the site of that name, as Notepad of any Windows shows it."""
    return codecs.BOM_UTF8 + _README.format(name=name).replace("\n", "\r\n").encode()


def not_found(name: str, address: str) -> bytes:
    """The page for addresses that lead nowhere.

    A server shows it at any depth of a folder that nobody knows beforehand. So it asks for no other file, and
    leads nowhere but to the full `address` of the site, if the site has one.
    """
    if address:
        shown = html.escape(address, quote=True)
        way = f'<a href="{shown}">去“{html.escape(name)}”的首页</a>'
    else:
        way = "请用浏览器的“后退”回到上一页，再从那里找。"
    return _NOT_FOUND.format(policy=html.escape(policy.META, quote=True), way=way).encode()
