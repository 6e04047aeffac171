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
