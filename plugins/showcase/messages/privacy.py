"""What is said of personal data."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "identity-card": Wording(
        "这里有身份证号“{shown}”，任何时候都不能公开。",
        "把它删掉；这一条不能放行。",
        "An identity card number stands here: {shown}. It must never be published.",
        "Delete it; this cannot be cleared.",
    ),
    "identity-card-old": Wording(
        "“{shown}”像是15位的身份证号，不能公开。",
        "把它删掉；如果是别的号，就在前面写明，例如“注册号”。",
        "“{shown}” looks like an identity card number of 15 digits. It must not be published.",
        "Delete it; if it is another number, say which before it, such as “注册号”.",
    ),
    "bank-card": Wording(
        "这里像是一个银行卡号：“{shown}”。",
        "把它删掉；确实要公开的，照样写进 public_ok。",
        "This looks like the number of a bank card: {shown}.",
        "Delete it; if it is to be public, repeat it in public_ok.",
    ),
    "mobile-number": Wording(
        "这里有一个手机号：“{shown}”。",
        "换成单位的座机；本人同意公开的，照样写进 public_ok。",
        "A mobile number stands here: {shown}.",
        "Give the office's telephone; if its owner agreed, repeat the number in public_ok.",
    ),
    "licence-plate": Wording(
        "这里像是一个车牌号：“{shown}”。",
        "把它删掉；确实要公开的，照样写进 public_ok。",
        "This looks like a licence plate: {shown}.",
        "Delete it; if it is to be public, repeat it in public_ok.",
    ),
    "home-address": Wording(
        "这里像是一处住址：“{shown}”。",
        "写到街道或小区为止；是对外开放的地方，就照样写进 public_ok。",
        "This looks like a home address: {shown}.",
        "Stop at the street or the complex; if visitors are received there, repeat it in public_ok.",
    ),
    "public-ok-unused": Wording(
        "“可公开”里的“{shown}”没有用上：文字里没有要它放行的。",
        "删掉这一条；文字里有的，就写得和文字里一样。",
        "The clearance {shown} is not needed: no text asks for it.",
        "Delete it, or write it as the text does.",
    ),
}
