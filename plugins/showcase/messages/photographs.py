"""What is said of photographs: those that cannot be shown, and those that can but tell too much or too little."""

from __future__ import annotations

from .wording import Wording

WORDINGS: dict[str, Wording] = {
    "missing-photo": Wording("照片“{written}”找不到。", "放进 bases/{id}/ 文件夹，名字要一样，格式是JPG、PNG或WebP；没有照片就删掉这一行。", "The photograph \"{written}\" is missing.", "Put it into the folder bases/{id}/ under the same name, as JPG, PNG or WebP; if there is none, delete the line."),
    "missing-photo-near": Wording("没有照片“{written}”。", "是不是 {better}？大小写和扩展名都要一样。", "There is no photograph \"{written}\".", "Did you mean {better}? Capitals and the ending must be the same."),
    "photo-unreadable": Wording("照片“{written}”在，但是读不出来：{cause}。", "从手机或相机里重新拷一份；用看图软件打得开，就另存为JPG再放回来。", "The photograph \"{written}\" is there but cannot be read: {cause}.", "Copy it once more from the phone or camera; if it opens in a viewer, save it as JPG."),
    "photo-heic": Wording("照片“{written}”是苹果手机的HEIC格式，这台电脑还读不了。", "运行 heic 命令装上组件，或者用“照片”打开，另存为JPG；以后手机里选：设置、相机、格式、兼容性最佳。", "The photograph \"{written}\" is in the HEIC format of iPhones, which this computer cannot read yet.", "Run the command heic once to install what reads it; or open it in Photos and save it as JPG; in future choose Settings, Camera, Formats, Most Compatible on the phone."),
    "photo-other-format": Wording("“{written}”是{cause}，网站上不能用。", "用能打开它的软件另存为JPG或者PNG，再放进来。", "\"{written}\" is {cause}, which the site cannot show.", "Open it in its own program, save it as JPG or PNG and put that in."),
    "photo-no-picture": Wording("“{written}”不是照片，是{cause}。", "换成照片本身：从手机或相机里拷来；聊天和网页里的，打开大图，另存为JPG。", "\"{written}\" is no photograph but {cause}.", "Put the photograph itself there: copy it from the phone or camera; in a chat or on a page open it in full and save it as JPG."),
    "photo-too-large": Wording("照片“{written}”太大，超过8000万像素。", "用看图软件缩小，长边4000像素就够了，另存为JPG。", "The photograph \"{written}\" has more than 80 million pixels.", "Make it smaller in a viewer, 4000 pixels on the longer side are enough, and save it as JPG."),
    "photo-too-heavy": Wording("照片“{written}”的文件太大，超过64 MB。", "用看图软件缩小，长边4000像素就够了，另存为JPG。", "The file of the photograph \"{written}\" has more than 64 MB.", "Make it smaller in a viewer, 4000 pixels on the longer side are enough, and save it as JPG."),
    "photo-no-file": Wording("“{written}”不是照片文件，是{cause}。", "把照片文件本身放进来。", "\"{written}\" is no file of a photograph but {cause}.", "Put the file of the photograph itself there."),
    "photo-outside": Wording("照片“{written}”不在本基地的文件夹里。", "只写文件名，不带路径。", "The photograph \"{written}\" is not in this base's folder.", "Write the file name alone, without a path."),
    "photo-bad-name": Wording("照片名“{written}”不能用：{cause}。", "文件和这里都换个名字，只用汉字、字母、数字和连字符。", "\"{written}\" cannot be the name of a photograph: {cause}.", "Give the file another name, of letters, digits and hyphens, and write it here."),
    "photo-name-taken-apart": Wording("照片“{written}”在，但文件名里的字母和这里的存法不同（多半来自苹果电脑）。", "把文件名和这里的名字都重新打一遍。", "The photograph \"{written}\" is there, but its file name stores a letter in other pieces (as Macs do).", "Type the name anew, of the file and here."),
    "photo-withheld": Wording("照片“{written}”还没有取得同意，不会发布。", "取得同意后，把它改成“已取得”。", "Nobody has agreed to the photograph \"{written}\" yet; it is not published.", "Once they have agreed, set its consent to 已取得."),
    "photo-tells-where": Wording("照片“{written}”的文件里存着拍摄的位置。", "网站上不会有；要从项目里也去掉，就运行 photos clean {id}。", "The file of the photograph \"{written}\" holds the position where it was taken.", "The site will not have it; to remove it from the project too, run photos clean {id}."),
    "photo-says-nothing": Wording("照片“{written}”的替代文字“{alt}”没有说画面上有什么。", "写看得见的：谁、在哪里、在做什么，例如“居民围坐在长桌旁议事”。", "The words \"{alt}\" for the photograph \"{written}\" do not say what is on it.", "Write what can be seen: who, where, doing what."),
    "photo-unlisted": Wording("bases/{id}/ 里的“{written}”还没有写进资料，网站上不会有它。", "运行 photos add {id}，它会问几句，替你写好；用不着就删掉这个文件。", "\"{written}\" in bases/{id}/ is named in no file; the site does not have it.", "Run photos add {id}, which asks and writes the entry; delete the file if it is not needed."),
    "photo-misnamed": Wording("照片“{written}”其实是{kind}格式，照样能用。", "不用改。", "The photograph \"{written}\" is {kind} in truth; it can be used all the same.", "Nothing has to be done."),
    "photo-several": Wording("照片“{written}”是{cause}，网站上只有第一幅。", "不用改；想用别的一幅，就把它单独另存为JPG。", "The photograph \"{written}\" is {cause}; the site has the first picture only.", "Nothing has to be done; to have another one, save it as a JPG of its own."),
}  # fmt: skip

CAUSES = {
    "空文件": "an empty file",
    "没有传完": "cut short",
    "内容坏了": "broken",
    "没有下载完的文件": "a download that was broken off",
    "相机的RAW原片": "a raw file of a camera",
    "PSD文件": "a PSD file",
    "特大的TIFF": "a BigTIFF",
    "JPEG 2000": "JPEG 2000",
    "JPEG XL": "JPEG XL",
    "图标文件": "an icon",
    "EPS矢量图": "an EPS drawing",
    "WMF矢量图": "a WMF drawing",
    "SVG矢量图": "an SVG drawing",
    "CAD图纸": "a CAD drawing",
    "PDF文件": "a PDF file",
    "Office文件": "an Office document",
    "压缩包": "an archive",
    "视频": "a film",
    "录音": "a sound recording",
    "程序": "a program",
    "快捷方式": "a shortcut",
    "微信里锁着的图": "a picture that WeChat keeps locked",
    "数据库": "a database",
    "网页": "a web page",
    "文字": "text",
    "别的文件": "some other file",
    "文件夹": "a folder",
    "没有权限打开的文件": "a file that there is no permission to open",
    "打不开的链接": "a link to a file that is gone",
    "指到别处的链接": "a link that leads elsewhere",
    "动图": "animated",
    "好几页": "of several pages",
}
"""What a file is instead of a photograph, and what else is in one, in English."""
