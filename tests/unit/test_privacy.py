"""What is personal in a text is found however it is typed, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from showcase.privacy import Kind, find, mask, masked, plain
from showcase.privacy.numbers import is_credit_code
from tests.unit.personal import citizens, luhn_of, mobiles

WIDE = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")
WORDS = st.text("站长的号码是：，。（）", max_size=6)
NUMBERED = (Kind.CITIZEN, Kind.OLD_CITIZEN)


def kinds(text: str) -> list[Kind]:
    return [finding.kind for finding in find(text)]


def found(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in find(text)]


@given(citizens(), WORDS, WORDS)
def test_a_citizen_number_is_always_found(number: str, before: str, after: str) -> None:
    text = before + number + after
    assert find(text)[0].kind is Kind.CITIZEN
    assert found(text) == [number]


@given(citizens(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_with_one_digit_changed_it_is_no_citizen_number(
    number: str, place: int, other: str
) -> None:
    assume(number[place] != other and (other != "X" or place == 17))
    assert not set(NUMBERED) & set(kinds(f"号{number[:place]}{other}{number[place + 1 :]}"))


@given(citizens(), st.lists(st.sampled_from(["", "", " ", "-", "－", "\u3000", "\u200b", " - "]), min_size=18, max_size=18))  # fmt: skip
def test_gaps_and_full_width_digits_do_not_hide_it(number: str, gaps: list[str]) -> None:
    typed = "".join(digit + gap for digit, gap in zip(number, gaps, strict=True)).rstrip(" -－\u3000\u200b")  # fmt: skip
    for text in (typed, typed.lower(), typed.translate(WIDE)):
        assert found(f"证件{text}，") == [text]
        assert kinds(text) == [Kind.CITIZEN]


@given(mobiles(), WORDS, WORDS)
def test_a_mobile_number_is_always_found(number: str, before: str, after: str) -> None:
    assert kinds(before + number + after) == [Kind.MOBILE]


@given(st.from_regex(r"(?:1[0-2]|[02-9][0-9])[0-9]{9}", fullmatch=True, alphabet=st.characters(codec="ascii")))  # fmt: skip
def test_other_numbers_of_eleven_digits_are_not_told(number: str) -> None:
    assert find(f"编号{number}。") == ()


@given(mobiles(), st.from_regex("[0-9]{1,20}", fullmatch=True, alphabet=st.characters(codec="ascii")))  # fmt: skip
@example("13800138000", "8")
def test_a_mobile_number_within_a_longer_one_is_not_told(number: str, more: str) -> None:
    # 0 and 86 are dialled before it
    assume(more not in ("0", "86", "0086"))
    assert Kind.MOBILE not in kinds(f"订单{more}{number}")
    assert Kind.MOBILE not in kinds(f"订单{number}{more}")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("138 0013 8000", "138 0013 8000"),
        ("1380-0138-000", "1380-0138-000"),
        ("+86 138-0013-8000", "138-0013-8000"),
        ("＋８６１３８００１３８０００", "１３８００１３８０００"),
        ("008613800138000", "13800138000"),
        ("013800138000", "13800138000"),
        ("0571-88880000 13800138000", "13800138000"),
        ("1、13800138000", "13800138000"),
        ("tel:13800138000", "13800138000"),
        ("Tel13800138000", "13800138000"),
        ("138\u200b0013\u200b8000", "138\u200b0013\u200b8000"),
        ("张三/13800138000/李四", "13800138000"),
        ("13800138000.jpg", "13800138000"),
        ("13800138000_站长.jpg", "13800138000"),
    ],
)
def test_mobile_numbers_as_they_are_typed(text: str, number: str) -> None:
    assert found(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "2023-03-25 2023-04-01", "1998-2018 300家", "138-20230325", "13800138000元", "13800138000.5",
        "0.13800138000", "120.13800138000", "SF13800138000", "13800138000@example.org", "138\n0013\n8000",
        "https://example.org/13800138000?a=6222020000000001230", "978-7-5178-1234-5", "20230325143000",
        "0571-88880000", "京公网安备33010602000001号", "京ICP备00000000号-1", "400-138-0013", "13.8万人",
        "统一社会信用代码523301060000001232", "91350100M000100Y43", "注册号110105491231002",
        "No. 110105491231002", "110105492331002", "990105491231002", "62220200000000012301",
        "6222020000000001231", "4222020000000001", "文三路100号A座3楼", "云桥大厦3幢201室", "云桥社区2023-3-25",
        "家住云桥社区的居民有120户", "住在附近的人", "云桥小区有3幢楼", "浙B2-20230325", "最新B2B平台", "新HTML5", "云C2023001",
        "川A4纸", "京A1B2CD", "浙I12345",
    ],
)  # fmt: skip
def test_what_only_looks_so_is_not_told(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "first", ["622202000000000123", "62170012345678", "621700123456789", "42220200000000012", "531234567890123",
              "955880000000000123", "601382000000000123"],
)  # fmt: skip
def test_bank_cards_are_told_by_beginning_length_and_check(first: str) -> None:
    number = first + luhn_of(first)
    lengths = {"62": (16, 17, 18, 19), "42": (16, 19), "53": (16,), "95": (19,), "60": (19,)}
    expected = [Kind.BANK_CARD] if len(number) in lengths[first[:2]] else []
    assert kinds(f"账户{number}") == expected
    grouped = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    assert kinds(f"账户{grouped}。") == expected
    wrong = str((int(number[-1]) + 1) % 10)
    assert kinds(f"账户{number[:-1]}{wrong}") == []


def test_the_code_of_an_organisation_is_public() -> None:
    # the sample of GB 32100-2015, and an invented one in digits alone
    assert is_credit_code("91350100M000100Y43")
    assert is_credit_code("523301060000001232")
    assert not is_credit_code("523301060000001231")
    assert not is_credit_code("52330106000000123I")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("云桥花园3幢2单元501室", Kind.HOME),
        ("云桥公寓A座501室", Kind.FLAT),
        ("云桥家园3-2-501", Kind.FLAT),
        ("云桥小区十二幢三单元五〇一室", Kind.HOME),
        ("文一路12号3幢2单元", Kind.HOME),
        ("家住云桥路8号", Kind.HOME),
        ("家庭住址：云州市云桥镇荷塘村3组", Kind.HOME),
        ("浙A12345", Kind.PLATE),
        ("浙a·d12345", Kind.PLATE),
        ("沪A12345D", Kind.PLATE),
        ("粤Ｚ１２３４港", Kind.PLATE),
        ("浙A1234学", Kind.PLATE),
    ],
)
def test_homes_and_plates(text: str, kind: Kind) -> None:
    assert kinds(f"接送到{text}，") == [kind]


def test_the_code_of_an_organisation_is_no_bank_card() -> None:
    # 62 begins the cards of UnionPay, and the codes of tourist offices from Hong Kong, Macao and Taiwan
    number = next(
        number
        for number in (f"6233010600{last:08}" for last in range(100_000))
        if is_credit_code(number) and luhn_of(number[:-1]) == number[-1]
    )
    assert kinds(number) == []


def test_an_address_does_not_hide_an_identity_card() -> None:
    assert kinds("家住（11010519491231002X）云桥路8号") == [Kind.CITIZEN]
    assert kinds("家住（某某）云桥路8号") == [Kind.HOME]


def test_a_stretch_is_told_once_as_the_gravest() -> None:
    # a citizen number of Gansu begins as a bank card does, and this one passes both checks
    number = next(
        number
        for number in (f"62010519491231{last:04}" for last in range(10_000))
        if kinds(number) == [Kind.CITIZEN] and luhn_of(number[:-1]) == number[-1]
    )
    assert kinds(f"{number} 13800138000") == [Kind.CITIZEN, Kind.MOBILE]


@given(st.lists(st.one_of(citizens(), mobiles(), st.sampled_from(["，电话", " ", "\n", "家住云桥路8号", "浙A12345", "甲"]))))  # fmt: skip
def test_a_masked_text_keeps_every_character_in_its_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    shown = masked(text)
    assert len(shown) == len(text)
    assert all(a == b or b in "*＊" for a, b in zip(text, shown, strict=True))
    assert not {Kind.CITIZEN, Kind.MOBILE} & set(kinds(shown))
    assert masked(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("11010519491231002X", "110***********002X"),
        ("110105491231002", "110**********02"),
        ("138 0013 8000", "138 **** 8000"),
        ("１３８００１３８０００", "１３８＊＊＊＊８０００"),
        ("6222020000000001230", "6222*************30"),
        ("浙A·12345", "浙A·****5"),
        ("云桥花园3幢二单元501室", "云桥花园*幢＊单元***室"),
    ],
)
def test_enough_stays_to_know_it_again(text: str, shown: str) -> None:
    assert masked(text) == shown
    one = find(text)[0]
    assert mask(text, one) == shown[one.start :]


def test_spellings_of_one_number_are_equal() -> None:
    assert plain("１３８-0013 8000") == plain("13800138000")
    assert plain("浙a·12345") == plain("浙A12345")


def test_a_password_in_an_address_is_not_spread() -> None:
    assert (
        masked("看 https://hetang:mi-ma@example.org/a 吧")
        == "看 https://************@example.org/a 吧"
    )
    assert masked("https://example.org:8080/@jia") == "https://example.org:8080/@jia"
