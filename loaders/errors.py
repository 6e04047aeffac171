"""What can be wrong with a file that somebody asked to load. Each names the file and the remedy."""

from __future__ import annotations

from graph.errors import ZerenError


class DocumentError(ZerenError):
    """A document that cannot be loaded; the others are. The exit status is 1."""

    exit_status = 1


class MissingFile(DocumentError):
    """No file at the path."""

    en = "{path}: no such file; check the name"
    zh = "{path}：文件不存在，请检查文件名"


class NotAFile(DocumentError):
    """A folder, a pipe, a socket or a device."""

    en = "{path}: not a regular file; give the document itself"
    zh = "{path}：不是普通文件，请指定文档本身"


class UnreadableFile(DocumentError):
    """The system refuses to open the file."""

    en = "{path}: cannot be read ({reason}); check its permissions"
    zh = "{path}：无法读取（{reason}），请检查文件权限"


class EmptyFile(DocumentError):
    """Nothing but white space in it."""

    en = "{path}: the file is empty"
    zh = "{path}：文件为空"


class FileTooLarge(DocumentError):
    """Larger than a policy document can be: refused before it exhausts the memory."""

    en = "{path}: {size} MiB is more than the limit of {limit} MiB; split the file"
    zh = "{path}：文件 {size} MiB，超过 {limit} MiB 的上限，请拆分后再加载"


class UnsupportedFormat(DocumentError):
    """No reader for this kind of file."""

    en = "{path}: format {format} is not supported; give one of {supported}"
    zh = "{path}：不支持 {format} 格式，请提供以下格式之一：{supported}"


class BinaryFile(DocumentError):
    """Named like a text, but binary inside."""

    en = "{path}: the content is binary, not text; give the document in one of {supported}"
    zh = "{path}：内容是二进制数据而不是文本，请提供以下格式之一的文档：{supported}"


class UndecodableText(DocumentError):
    """No known encoding fits the bytes."""

    en = "{path}: not valid UTF-8 or GB18030 (byte {place}); save it as UTF-8"
    zh = "{path}：不是有效的 UTF-8 或 GB18030 文本（第 {place} 字节），请另存为 UTF-8"


class NotADocument(DocumentError):
    """A text without header, citation and measure."""

    en = "{path}: no policy document: neither header nor citation nor measure was found; check the file"
    zh = "{path}：不是政策文件：没有找到文件头、引用或措施，请检查文件"


class DamagedFile(DocumentError):
    """Its format's own rules are broken."""

    en = "{path}: damaged, or no {format} file ({reason}); open it and save it anew"
    zh = "{path}：文件已损坏或不是 {format} 文件（{reason}），请打开后重新保存"


class CutShort(DamagedFile):
    """It begins as its format does, and its end is not there."""

    en = "{path}: damaged or cut short: the {format} file has no end; copy or download it again"
    zh = "{path}：{format} 文件已损坏或不完整（缺少结尾部分），请重新复制或下载"


class EncryptedFile(DocumentError):
    """It opens only with a password."""

    en = "{path}: protected by a password; save it without one"
    zh = "{path}：文件受密码保护，请另存为不带密码的文件"


class NoTextLayer(DocumentError):
    """Pictures of pages, or letters without a meaning."""

    en = "{path}: no text layer: its {pages} pages are pictures (a scan); run OCR first or find the original"
    zh = "{path}：没有文本层，共 {pages} 页均为图像（扫描件），请先做文字识别（OCR）或使用原文件"


class OverlongDocument(DocumentError):
    """Larger inside than a policy document can be: refused before it exhausts memory or time."""

    en = "{path}: more than {limit} {what}; no policy document is so large, split the file"
    zh = "{path}：超过 {limit} {what} 的上限，不像政策文件，请拆分后再加载"


class UnsafeArchive(DocumentError):
    """An archive that unpacks to too much, or holds archives."""

    en = "{path}: refused ({reason}); unpack it yourself and give the folder"
    zh = "{path}：拒绝读取（{reason}），请自行解压后指定文件夹"


class NeedsConverter(DocumentError):
    """An old format that only an office suite reads, where none is installed."""

    en = "{path}: {format} needs LibreOffice (command soffice), which is missing: install, or save as .docx"
    zh = "{path}：读取 {format} 需要 LibreOffice（soffice 命令），但未安装；请安装，或另存为 .docx"


class ConversionFailed(DocumentError):
    """The office suite gave nothing, or not in time."""

    en = "{path}: LibreOffice could not convert it ({reason}); open it and save it as .docx"
    zh = "{path}：LibreOffice 无法转换（{reason}），请打开后另存为 .docx"


class ReadingBroke(DocumentError):
    """A reader met a file that it was not made for."""

    en = "{path}: reading it broke off ({reason}); the other files are not affected"
    zh = "{path}：读取中断（{reason}）；其他文件不受影响"
