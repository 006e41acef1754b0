"""What is said of words that the office itself watches over, and of its list of them."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "word-to-replace": Wording(
        "“{written}”应当写成“{write}”{why}。",
        "改成“{write}”。",
        "“{written}” should be “{write}”{why}.",
        "Write “{write}”.",
    ),
    "word-not-to-use": Wording(
        "不要用“{written}”这个词{why}。",
        "删掉它，或者换一种说法。",
        "“{written}” is not to be used{why}.",
        "Delete it, or put it differently.",
    ),
    "absolute-word": Wording(
        "“{written}”说得太绝对，这里又没有来源{why}。",
        "写到注明来源的“记载”里，或者换一种说法。",
        "“{written}” claims too much, and no source stands here{why}.",
        "Make it a statement with its source, or put it differently.",
    ),
    "absolute-word-to-replace": Wording(
        "“{written}”说得太绝对，这里又没有来源{why}。",
        "写到注明来源的“记载”里，或者改成“{write}”。",
        "“{written}” claims too much, and no source stands here{why}.",
        "Make it a statement with its source, or write “{write}”.",
    ),
    "word-is-its-own-replacement": Wording(
        "“{written}”的正确写法和错写是同一个。",
        "改其中一个，或者删掉这一条。",
        "“{written}” is to be replaced by itself.",
        "Change one of the two, or delete the entry.",
    ),
    "replacement-holds-a-word": Wording(
        "正确写法“{write}”里含有另一条的“{written}”。",
        "改掉其中一条；确实可以这样写，就写进那一条的“例外”。",
        "The right form “{write}” holds “{written}” of another entry.",
        "Change one of the two; if it may be written so, make it an exception of that entry.",
    ),
    "word-twice": Wording(
        "“{written}”在用词表里写了两遍。",
        "只留一条。",
        "“{written}” stands twice in the list of words.",
        "Keep one.",
    ),
    "exception-without-word": Wording(
        "例外“{written}”里没有这一条的词，放行不了什么。",
        "写出整个说法，例如词是“第一”，例外写“第一届”。",
        "The exception “{written}” holds no word of its entry, and excepts nothing.",
        "Write the whole phrase: for the word “第一”, the exception “第一届”.",
    ),
}
