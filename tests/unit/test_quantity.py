"""Figures keep their hedge, their number is right or refused, and they print as they were written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from showcase.model.quantity import (
    Hedge,
    Quantity,
    QuantityError,
    quantity_customs,
    right_quantity,
)

HEDGES = ["超过", "超", "逾", "将近", "接近", "近", "大约", "约", "不足", "不到", "至少", ""]
WORDS = "超近约上下余多来几一二三两十百千万亿分之半数左右以内不少过累计共家人%+.,-～￥>=0123456789０， ٣"


@pytest.mark.parametrize(
    ("written", "number", "hedge", "unit"),
    [
        ("12家", "12", Hedge.EXACT, "家"),
        ("超100个", "100", Hedge.OVER, "个"),
        ("超过半数", "0.5", Hedge.OVER, ""),
        ("40余个", "40", Hedge.MORE, "个"),
        ("约204万人", "2040000", Hedge.ABOUT, "人"),
        ("近百期", "100", Hedge.NEARLY, "期"),
        ("6万余人次", "60000", Hedge.MORE, "人次"),
        ("500余万元", "5000000", Hedge.MORE, "元"),
        ("五分之一左右", "0.2", Hedge.ABOUT, ""),
        ("一半左右", "0.5", Hedge.ABOUT, ""),
        ("半数以上", "0.5", Hedge.AT_LEAST, ""),
        ("50.5%", "50.5", Hedge.EXACT, "%"),
        ("上百家", "100", Hedge.AT_LEAST, "家"),
        ("上亿元", "100000000", Hedge.AT_LEAST, "元"),
        ("不到3成", "3", Hedge.UNDER, "成"),
        ("300多家", "300", Hedge.MORE, "家"),
        ("300+家", "300", Hedge.MORE, "家"),
        ("300＋", "300", Hedge.MORE, ""),
        ("十几家", "10", Hedge.MORE, "家"),
        ("20来个", "20", Hedge.ABOUT, "个"),
        ("300家以上", "300", Hedge.AT_LEAST, "家"),
        ("1,200家", "1200", Hedge.EXACT, "家"),
        ("３００ 家", "300", Hedge.EXACT, "家"),
        ("1.5万亿元", "1500000000000", Hedge.EXACT, "元"),
        ("3千余家", "3000", Hedge.MORE, "家"),
        ("5百家", "500", Hedge.EXACT, "家"),
        ("3千万元", "30000000", Hedge.EXACT, "元"),
        ("3千克", "3", Hedge.EXACT, "千克"),
        ("3个百分点", "3", Hedge.EXACT, "个百分点"),
        ("二十万", "200000", Hedge.EXACT, ""),
        ("一百零五个", "105", Hedge.EXACT, "个"),
        ("一千零五十户", "1050", Hedge.EXACT, "户"),
        ("二〇二三年", "2023", Hedge.EXACT, "年"),
        ("百分之三十", "0.3", Hedge.EXACT, ""),
        ("万分之三", "0.0003", Hedge.EXACT, ""),
        ("百余", "100", Hedge.MORE, ""),
        ("3000+", "3000", Hedge.MORE, ""),
        ("100%+", "100", Hedge.MORE, "%"),
        ("~100", "100", Hedge.ABOUT, ""),
        (">=100", "100", Hedge.AT_LEAST, ""),
        (">100", "100", Hedge.OVER, ""),
        ("≤50人", "50", Hedge.AT_MOST, "人"),
        ("1，200", "1200", Hedge.EXACT, ""),
        ("１００％", "100", Hedge.EXACT, "%"),
        ("1.2万", "12000", Hedge.EXACT, ""),
        (".5", "0.5", Hedge.EXACT, ""),
        ("012", "12", Hedge.EXACT, ""),
        ("￥300万元", "3000000", Hedge.EXACT, "元"),
        ("不少于100人", "100", Hedge.AT_LEAST, "人"),
        ("300家以内", "300", Hedge.AT_MOST, "家"),
        ("不超过50人", "50", Hedge.AT_MOST, "人"),
        ("500人以下", "500", Hedge.UNDER, "人"),
        ("累计服务1.5万人次", "15000", Hedge.EXACT, "人次"),
        ("共300余家", "300", Hedge.MORE, "家"),
        ("已建成15个", "15", Hedge.EXACT, "个"),
        ("1200㎡", "1200", Hedge.EXACT, "㎡"),
        ("650m2", "650", Hedge.EXACT, "m2"),
        ("100%（全覆盖）", "100", Hedge.EXACT, "%（全覆盖）"),
    ],
)
def test_a_figure_is_read(written: str, number: str, hedge: Hedge, unit: str) -> None:
    read = Quantity.parse(written)
    assert (read.number, read.hedge, read.unit) == (Decimal(number), hedge, unit)
    assert read.exact == (hedge is Hedge.EXACT)


@pytest.mark.parametrize(
    "written",
    ["", "许多", "若干", "全覆盖", "AAAA级", "1:1", "数百家", "几百家", "第3届", "第3批", "10:30", "0x10", "12e3", ".inf", ".nan", "-5", "+5", "1,2", "1,20家", "3,5万", "1/3", "2023-03-25",  "三五个", "两三百家", "七八十人", "三万五千人", "3万5千", "零分之一", "٣个", "1 2"],
)  # fmt: skip
def test_what_cannot_be_read_for_certain_is_refused(written: str) -> None:
    with pytest.raises(QuantityError):
        Quantity.parse(written)


@pytest.mark.parametrize(
    ("written", "low", "high", "unit"),
    [
        ("30-50人", "30", "50", "人"),
        ("300-400家", "300", "400", "家"),
        ("30至50人", "30", "50", "人"),
        ("30～50", "30", "50", ""),
        ("1-2万人", "10000", "20000", "人"),
        ("1万—2万人", "10000", "20000", "人"),
        ("3000-1万人", "3000", "10000", "人"),
    ],
)
def test_a_range_keeps_both_its_ends(written: str, low: str, high: str, unit: str) -> None:
    read = Quantity.parse(written)
    assert (read.number, read.upper, read.unit) == (Decimal(low), Decimal(high), unit)
    assert (read.hedge, read.exact, read.written) == (Hedge.BETWEEN, False, written)


@pytest.mark.parametrize(
    ("written", "code"),
    [("50-30人", "range-backwards"), ("30-30", "range-backwards"), ("9" * 5000, "number-too-long"), ("许多", "no-number")],
)  # fmt: skip
def test_a_figure_is_refused_with_its_code(written: str, code: str) -> None:
    with pytest.raises(QuantityError) as fault:
        Quantity.parse(written)
    assert fault.value.code == code
    assert len(fault.value.values["written"]) < 30


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("3OO余家", "300余家"), ("1O0人", "100人"), ("l00家", "100家"), ("I5个", "15个"), ("2l5人", "215人"),
        ("3，oo0家", "3000家"), ("约3Ｏ人", "约30人"), ("累计1O万人次", "累计10万人次"), ("30-5O人", "30-50人"),
        ("300，余家", "300余家"), ("300。家", "300家"), ("3O0、余家", "300余家"),
    ],
)  # fmt: skip
def test_a_slip_among_digits_is_told_with_what_was_meant(written: str, better: str) -> None:
    with pytest.raises(QuantityError) as fault:
        Quantity.parse(written)
    mended = fault.value.values["better"]
    assert fault.value.code in {"letter-in-number", "sign-in-number"}
    assert Quantity.parse(mended).number == Quantity.parse(better).number
    assert Quantity.parse(mended).unit == Quantity.parse(better).unit


@pytest.mark.parametrize(
    ("written", "unit"),
    [("5G基站", "G基站"), ("5l", "l"), ("3I类", "I类"), ("12LOL", "LOL"), ("10L", "L"), ("6OLED屏", "OLED屏")],
)  # fmt: skip
def test_letters_behind_digits_are_a_unit(written: str, unit: str) -> None:
    assert Quantity.parse(written).unit == unit


@pytest.mark.parametrize("written", ["，家", "O2O", "OO家", "3，", "许多，家"])
def test_what_no_mend_makes_a_figure_is_none(written: str) -> None:
    with pytest.raises(QuantityError) as fault:
        Quantity.parse(written)
    assert (fault.value.code, "better" in fault.value.values) == ("no-number", False)


@pytest.mark.parametrize(
    "written",
    ["超100个", "40余个", "约204万人", "近百期", "上百家", "100%", "3000+", "~100", "30-50人", "约30-50人", "1.2万", "不少于100人", "300家以内", "两千余名"],
)  # fmt: skip
def test_nothing_is_said_of_a_figure_in_a_right_form(written: str) -> None:
    assert list(quantity_customs(written)) == []


@pytest.mark.parametrize(
    ("written", "better"),
    [("1,200家", "1200家"), ("1，200", "1200"), ("１００％", "100%"), ("１，２００，０００", "1200000"), ("３００＋", "300+")],
)  # fmt: skip
def test_full_width_digits_and_thousands_signs_are_told(written: str, better: str) -> None:
    (custom,) = quantity_customs(written)
    assert (custom.code, custom.better) == ("number-form", better)
    assert Quantity.parse(better).number == Quantity.parse(written).number
    assert list(quantity_customs(better)) == []


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [("约100余家", "约", "余"), ("近100多人", "近", "多"), ("超300多家", "超", "多"), ("大约100左右", "大约", "左右"), ("不少于300人以上", "不少于", "以上")],
)  # fmt: skip
def test_a_hedge_said_twice_is_warned_of(written: str, first: str, second: str) -> None:
    (custom,) = quantity_customs(written)
    assert (custom.code, custom.grave, custom.better) == ("double-hedge", True, None)
    assert custom.values == {"first": first, "second": second}


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("约204万人", [("约", "small"), ("204", "number"), ("万", "magnitude"), ("人", "small")]),
        ("500余万元", [("500", "number"), ("余", "small"), ("万", "magnitude"), ("元", "small")]),
        ("上亿元", [("上", "small"), ("亿", "number"), ("元", "small")]),
        ("五分之一左右", [("五分之一", "number"), ("左右", "small")]),
        ("一半", [("一半", "number")]),
        ("30-50人", [("30-50", "number"), ("人", "small")]),
        (
            "累计服务1.5万人次",
            [("累计服务", "small"), ("1.5", "number"), ("万", "magnitude"), ("人次", "small")],
        ),
        ("￥300万元", [("￥", "small"), ("300", "number"), ("万", "magnitude"), ("元", "small")]),
    ],
)
def test_a_figure_is_printed_in_runs(written: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.text, run.role) for run in Quantity.parse(written).runs] == runs


NARROW = str.maketrans("０１２３４５６７８９．，％＋－＞＜＝", "0123456789.,%+-><=")
"""All that is changed about a figure before it is shown."""


@given(st.one_of(st.text(), st.text(WORDS, max_size=10)))
@example("万分之")
@example("٣")
@example("9" * 400 + "万亿")
def test_any_text_is_a_figure_or_a_quantity_error(written: str) -> None:
    try:
        read = Quantity.parse(written)
    except QuantityError:
        return
    assert "".join(run.text for run in read.runs) == "".join(read.written.split())
    assert sum(run.role == "number" for run in read.runs) == 1
    assert read.number >= 0
    assert read.upper is None or read.upper > read.number
    assert read.written == written.strip().translate(NARROW)
    assert not (right_quantity(written) and list(quantity_customs(written)))
    assert all(run.text for run in read.runs)


@given(
    st.sampled_from(HEDGES),
    st.decimals(0, 10**6, places=2),
    st.sampled_from([("", 1), ("千", 10**3), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]),
    st.sampled_from(["", "家", "人次", "元", "%"]),
)
def test_the_magnitude_multiplies_and_the_hedge_stays(
    hedge: str, number: Decimal, magnitude: tuple[str, int], unit: str
) -> None:
    read = Quantity.parse(f"{hedge}{number}{magnitude[0]}{unit}")
    assert read.number == number * magnitude[1]
    assert read.exact == (not hedge)
    assert read.unit == unit


@given(st.integers(1, 9999))
def test_numerals_in_characters_are_read(number: int) -> None:
    assert Quantity.parse(f"{in_characters(number)}个").number == number


def in_characters(number: int) -> str:
    """1050 as 一千零五十."""
    text = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += "零一二三四五六七八九"[digit] + unit
        elif text and not text.endswith("零") and number % place:
            text += "零"
    return text
