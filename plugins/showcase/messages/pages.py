"""What is said of the pages of `content/`, written by hand, and of what lies beside them."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "not-published": Wording("“{written}”不会放进网站：content/ 里只发布 .md 页面和页面用到的图片。", "要公开的内容写进 .md 页面，图片在页面里引用；不要的就挪走。", "\"{written}\" stays out of the site: of content/, only .md pages and the pictures that they show are published.", "Write what should be public into a .md page and show the picture there; move away what is not needed."),
    "page-bad-name": Wording("页面的文件名或文件夹名“{written}”做不成网页地址。", "只用小写字母、数字和连字符，例如 {near}。", "No address can be made of the page's file or folder name \"{written}\".", "Use small letters, digits and hyphens only, for example {near}."),
    "page-taken": Wording("地址“{written}”已经给了程序生成的页面。", "给这个文件或者它的文件夹换个名字。", "The address \"{written}\" belongs to pages that the program makes.", "Give the file or its folder another name."),
    "page-twice": Wording("这一页的地址与 {other} 相同。", "给其中一个文件换个名字。", "The page has the same address as {other}.", "Give one of the files another name."),
    "page-settings": Wording("开头两行 --- 之间的设置没有用，已经略过。", "把这几行连同 --- 删掉；标题写成“# 标题”。", "The settings between two lines of --- at the top do nothing and were left out.", "Delete them together with the ---; write the title as \"# title\"."),
    "picture-missing": Wording("图片“{written}”在 content/ 里找不到。", "把JPG、PNG、WebP或GIF图片放在这个 .md 旁边，这里写一样的文件名。", "The picture \"{written}\" is not in content/.", "Put a JPG, PNG, WebP or GIF beside this .md file and write its name here."),
    "picture-elsewhere": Wording("图片“{written}”不在这个项目里，断网时看不到，别人也能改它。", "存下来放在这个 .md 旁边，这里写文件名。", "The picture \"{written}\" is not in this project: it is lost without a network, and others can change it.", "Save it beside this .md file and write its name here."),
    "link-to-no-page": Wording("链接“{written}”指到的页面不存在。", "改成有的页面，或者去掉链接。", "The link \"{written}\" leads to no page.", "Name a page that exists, or remove the link."),
}  # fmt: skip
