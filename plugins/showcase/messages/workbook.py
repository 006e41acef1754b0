"""What is said of a workbook, a list of activities or a CSV that is imported."""

from __future__ import annotations

from .wording import Wording

_SAVE = "在Excel或WPS里另存为“Excel 工作簿 (*.xlsx)”，再导入。"
_SAVE_ENGLISH = "Save it as an Excel workbook (*.xlsx) in Excel or WPS, then import that."

WORDINGS: dict[str, Wording] = {
    # the file
    "workbook-empty": Wording("这个文件是空的。", "查一查是不是没有存完，或者选错了文件。", "This file is empty.", "Perhaps it was not saved completely, or it is the wrong file."),
    "workbook-too-large": Wording("这个文件太大，或者格式铺满了上百万个空格子。", "把要用的格子复制到一个新工作簿里，再导入。", "This file is too large, or formats fill millions of empty cells.", "Copy the cells that matter into a new workbook, then import that."),
    "workbook-locked": Wording("这个工作簿设了打开密码，打不开。", "在Excel或WPS里打开它，去掉密码，存盘后再导入。", "This workbook asks for a password.", "Open it, remove the password and save it, then import it."),
    "workbook-old": Wording("这是旧版的表格（xls、et），读不了。", _SAVE, "This is a workbook of the old kind (xls, et).", _SAVE_ENGLISH),
    "workbook-other-kind": Wording("这不是Excel工作簿，是{kind}。", _SAVE, "This is no Excel workbook ({kind}).", _SAVE_ENGLISH),
    "workbook-broken": Wording("这个工作簿坏了，或者没有传完。", "重新存一次或者重新传一次；打得开的话，另存为新的工作簿。", "This workbook is broken or cut short.", "Save or send it again; if it opens, save it as a new workbook."),
    "workbook-unknown": Wording("认不出这是什么表：没有找到列名。", "用 export 导出的工作簿，或者有“标题”“日期”列的活动清单。", "No headings were found that are known here.", "Use a workbook made by export, or a list with the columns 标题 and 日期."),
    "csv-broken": Wording("CSV里有一个引号没有配对，后面的读不下去。", "在Excel或WPS里另存为“Excel 工作簿 (*.xlsx)”，再导入。", "A quotation mark in the CSV is never closed.", _SAVE_ENGLISH),
    # sheets
    "sheet-twice": Wording("有两张表都是“{written}”：{known}。", "只留一张，另一张删掉，或者并到一起。", "Two sheets hold \"{written}\": {known}.", "Keep one of them."),
    "sheet-renamed": Wording("这张表改过名，当作“{better}”来读。", "最好把表名改回“{better}”。", "This sheet was renamed and is read as \"{better}\".", "Better name it \"{better}\" again."),
    "sheet-unknown": Wording("“{written}”这张表没有读。", "要导入的内容写到导出时就有的表里。", "The sheet \"{written}\" is not read.", "Write what is to be imported into the sheets that were exported."),
    "sheet-hidden": Wording("这张表是隐藏的，也读了。", "不要的内容删掉，不要只是隐藏。", "This sheet is hidden and is read all the same.", "Delete what is not wanted instead of hiding it."),
    "rows-hidden": Wording("隐藏或筛选掉了{count}行，也读了。", "不要的行删掉，不要只是隐藏。", "{count} hidden or filtered rows are read all the same.", "Delete what is not wanted instead of hiding it."),
    "columns-hidden": Wording("有隐藏的列，也读了：{known}。", "不要的内容清空，不要只是隐藏。", "Hidden columns are read all the same: {known}.", "Clear what is not wanted instead of hiding it."),
    "cells-merged": Wording("{area}是合并的格子，分不清每一行写的是什么。", "取消合并，每一行都写上自己的内容。", "{area} is merged, so nobody can tell what each row says.", "Unmerge the cells and fill in every row."),
    # headings
    "heading-row-missing": Wording("这张表里找不到列名。", "把列名那一行放回来，至少要有：{known}。", "This sheet has no headings.", "Put the row of headings back, at least: {known}."),
    "heading-twice": Wording("这个列名有两列，前一列是{first}列。", "删掉一列，或者改掉一个列名。", "Two columns have this heading, the first is {first}.", "Delete one of them, or change its heading."),
    "heading-near": Wording("列名“{written}”不认识。", "是不是“{near}”？改成这个列名。", "The heading \"{written}\" is not known.", "Is it \"{near}\"? Write that."),
    "heading-renamed": Wording("列名“{written}”不认识，像是改过名。", "改回原来的列名；现在少了：{known}。", "The heading \"{written}\" is not known; it may have been renamed.", "Put the old heading back; missing are: {known}."),
    "heading-unknown": Wording("“{written}”这一列没有读。", "要导入的内容写到认识的列里。", "The column \"{written}\" is not read.", "Write what is to be imported into a known column."),
    "heading-empty": Wording("这一列没有列名，写在里面的没有读。", "要导入的内容写到有列名的列里；不要的就清空。", "This column has no heading, so what it holds is not read.", "Write what is to be imported into a column with a heading; clear the rest."),
    "heading-missing": Wording("少了“{written}”这一列，认不出每一行是哪一条。", "从导出的原件里把这一列完整拷回来，或者重新导出再改。", "The column \"{written}\" is missing, without which rows cannot be told apart.", "Copy it back from the exported workbook, or export again."),
    "column-not-there": Wording("没有这些列，原来的内容不动：{known}。", "要改这些内容，就把列加回来。", "Without these columns, what they held stays as it is: {known}.", "Put the columns back to change that."),
    # cells
    "cell-formula": Wording("这里是公式，读出来的可能不是看到的。", "选中它复制，再“粘贴为数值”。", "This is a formula; what it gives may change.", "Copy the cell and paste it as a value."),
    "cell-error": Wording("这里是表格软件算不出来的记号“{written}”。", "写上真正的内容，没有就清空。", "This is an error of the spreadsheet: {written}.", "Write what is meant, or clear the cell."),
    "cell-flag": Wording("这里是逻辑值，不是文字。", "把格子设成文本，再写一遍。", "This is a logical value, not a text.", "Format the cell as text and type it again."),
    "cell-date-serial": Wording("“{written}”是表格软件里的日期编号。", "如果指的是那一天，写成 {better}。", "\"{written}\" is a date as spreadsheets count it.", "If that day is meant, write {better}."),
    "cell-date-number": Wording("“{written}”是一个数，看不出是不是丢了后面的0。", "把格子设成文本，写全，例如 2023-10 或 2023-01。", "\"{written}\" is a number that may have lost a nought.", "Format the cell as text and write it in full, such as 2023-10 or 2023-01."),
    "cell-date-without-year": Wording("“{written}”没有年份，表格软件自己补的是{better}。", "把格子设成文本，写上年份，例如 {better}；不知道年份写 --01-02。", "\"{written}\" has no year; the spreadsheet made it {better}.", "Format the cell as text and write the year, such as {better}, or --01-02 where it is unknown."),
    "cell-date-impossible": Wording("“{written}”不是日历上的一天。", "把格子设成文本，写成 2023-03-25、2023-03 或 2023。", "\"{written}\" is no day of the calendar.", "Format the cell as text and write 2023-03-25, 2023-03 or 2023."),
    "cell-became-date": Wording("表格软件把这里变成了日期{written}，原来写的看不出来了。", "把格子设成文本，再写一遍原来的内容。", "The spreadsheet turned this into the date {written}.", "Format the cell as text and type what was meant."),
    "cell-number-phone": Wording("“{written}”是一个数，区号前面的0看不出来。", "把格子设成文本，写成 0571-00000000 这样。", "\"{written}\" is a number; a nought in front of it would be lost.", "Format the cell as text and write it like 0571-00000000."),
    "cell-number-long": Wording("“{written}”是一个数，显示的样子可能不是原来写的。", "把格子设成文本，再写一遍。", "\"{written}\" is a number that may not show what was typed.", "Format the cell as text and type it again."),
    "cell-number-cut": Wording("“{written}”是一个数，看不出是不是丢了后面的0。", "把格子设成文本，再写一遍。", "\"{written}\" is a number that may have lost a nought.", "Format the cell as text and type it again."),
    "cell-needed": Wording("“{title}”必须写，这里是空的。", "写上内容；整行都不要，就把整行删掉。", "\"{title}\" is needed and empty here.", "Fill it in, or delete the whole row."),
    "cell-colour": Wording("颜色“{written}”写法不对。", "写成 #A6192E 这样的六位色值。", "\"{written}\" is no colour.", "Write six hexadecimal digits, such as #A6192E."),
    "cell-elsewhere": Wording("“{title}”的内容在表里放不下，不能在这里改。", "在这个基地自己的文件里改；这一格照原样放着。", "\"{title}\" does not fit into a cell and cannot be changed here.", "Change it in the file of the base; leave the cell as it was."),
    # rows
    "row-key-broken": Wording("行标“{written}”认不出来。", "从导出的原件里拷回来；新加的行，行标空着。", "The row mark \"{written}\" is not known.", "Copy it back from the exported workbook; leave it empty for new rows."),
    "row-twice": Wording("这一行和第{first}行的行标一样，分不清哪一行是原来的。", "新加的那一行，把行标删掉。", "This row has the same mark as row {first}.", "Clear the mark of the new row."),
    "row-changed-on-both-sides": Wording("导出以后，文件里的这一条又改过，两边不一样。", "重新导出一次，在新的工作簿里改。", "This item was changed in its file after the export, and here as well.", "Export again and make the change in the new workbook."),
    "row-newer-in-file": Wording("导出以后，文件里的这一条改过；表里没有动，文件照旧。", "不用做什么。", "This item was changed in its file after the export; the row was not, so the file stays.", "Nothing needs to be done."),
    "row-gone-from-file": Wording("导出以后，文件里去掉了这一条；表里没有动，不再加回去。", "不用做什么；真要加回去，就把行标删掉。", "This item was removed from its file after the export, and is not added again.", "Nothing needs to be done; to add it again, clear the row mark."),
    "row-of-another": Wording("这一行原来属于“{better}”，不能改成“{written}”。", "改回来；要换，就在下面新写一行，再删掉这一行。", "This row belongs to \"{better}\" and cannot be moved to \"{written}\".", "Put it back; to move it, write a new row and delete this one."),
    "row-remark": Wording("这一行像是表下面的说明，没有读。", "是活动的话，把标题和日期写全。", "This row looks like a remark and is not read.", "If it is an activity, give its title and date."),
    "id-fixed": Wording("编号“{better}”不能在表里改成“{written}”。", "改回来；要给基地换编号，用 rename。", "The id \"{better}\" cannot be changed to \"{written}\" here.", "Put it back; the verb rename gives a base another id."),
    "id-taken": Wording("编号“{written}”已经有了。", "换一个编号；要改原来那一条，就在它自己那一行改。", "The id \"{written}\" is taken.", "Choose another one, or change the row that has it."),
    "base-unknown": Wording("没有“{written}”这个基地。", "写基地的编号或全名{near}；新基地先在“基地”表里加一行。", "There is no base \"{written}\".", "Write a base's id or full name{near}; add new bases to the sheet 基地 first."),
    "base-missing": Wording("没有写是哪个基地。", "在“基地”一列写上编号或全名{near}。", "It is not said of which base this is.", "Write the id or the full name of the base{near}."),
    "standard-unknown": Wording("没有“{written}”这套标准。", "写标准的编号或全名{near}。", "There is no standard \"{written}\".", "Write a standard's id or full name{near}."),
    "assessment-missing": Wording("这个基地还没有对照“{written}”这套标准。", "先加一行：写基地、标准、性质和依据，条目空着。", "This base is not yet held against the standard \"{written}\".", "First add a row with the base, the standard, 性质 and 依据, and no criterion."),
    "assessment-twice": Wording("这个基地对照“{written}”的那一行已经有了。", "在原来那一行里改。", "There is a row already for this base and the standard \"{written}\".", "Change that row."),
    "answer-and-assessment": Wording("“{title}”不写在这一行：条目和依据要分两行。", "有条目的行只写“对照”开头的列，其余写到没有条目的那一行。", "\"{title}\" does not belong into this row: criteria and their ground stand in rows of their own.", "In a row with a criterion fill only columns that begin with 对照, all others in the row without one."),
    "source-in-use": Wording("资料“{written}”还有地方在用，不能去掉，例如 {file}。", "先把用它的地方改成别的来源，再去掉它。", "The source \"{written}\" is still cited, for example in {file}.", "Cite something else there first."),
    "base-row-gone": Wording("表里没有“{written}”这个基地了；文件不动。", "真要撤下一个基地，用 withdraw。", "The base \"{written}\" is no longer in the workbook; its file stays.", "The verb withdraw takes a base away."),
    # plain lists
    "list-without-titles": Wording("这张表里没有活动的标题。", "给写活动名称的那一列起名“标题”。", "This list has no column of titles.", "Call the column with the names of the activities 标题."),
    "list-without-base": Wording("没有说这些活动是哪个基地的。", "在命令后面加 --base 和基地的编号，或者加一列“基地”。", "It is not said of which base these activities are.", "Add --base and the id of the base, or a column 基地."),
    "lists-several": Wording("有几张表都像活动清单：{known}。", "一次导入一张：把别的表删掉，另存一份。", "Several sheets look like lists of activities: {known}.", "Import one at a time: delete the others in a copy."),
    "activity-there": Wording("“{written}”已经有了，不再加。", "不用做什么；要改它，用 export 导出来改。", "\"{written}\" is there already and is not added.", "Nothing needs to be done; to change it, use export."),
    # files
    "file-faulty-first": Wording("{file} 里有错误，改好以前不能写。", "先运行 check，改好再导入。", "{file} has errors and cannot be written to.", "Run check and mend it, then import again."),
    "file-encoding-first": Wording("{file} 的文字编码认不准，不能写。", "先运行 fix，改好再导入。", "The encoding of {file} is not certain, so it cannot be written to.", "Run fix first, then import again."),
    "file-cannot-change": Wording("{file} 里的这一处写法特别，程序改不了。", "用记事本打开它，自己改这一处，再导入其余的。", "{file} is laid out in a way that cannot be changed surely.", "Change this place by hand, then import the rest."),
}  # fmt: skip
