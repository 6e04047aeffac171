"""What can be wrong with a backup."""

from __future__ import annotations

from graph.errors import ZerenError


class NoBackup(ZerenError):
    """The file is no backup, or not a whole one."""

    en = "{path}: no usable backup: {reason}. Nothing was changed; take another copy of the file."
    zh = "{path}：不是可用的备份：{reason}。未作任何更改；请换用该文件的另一副本。"


class LaterBackup(ZerenError):
    """A later Zeren made the backup."""

    en = "{path}: a later Zeren made this backup ({what} {found}; this one knows {known}). Use that Zeren."
    zh = "{path}：此备份由更新的程序制作（{what} {found}，本程序支持到 {known}）。请使用更新的程序。"


class BackupFailed(ZerenError):
    """The backup's file cannot be read or written."""

    en = "{path}: {reason}. Name another file."
    zh = "{path}：{reason}。请指定另一个文件。"


class NotInBackups(ZerenError):
    """The graph holds a value that no backup can hold."""

    en = "{where} has {what}, which no backup can hold. Remove it with `zeren cypher --write`."
    zh = "{where} 含有备份无法保存的内容：{what}。请用 `zeren cypher --write` 移除。"


class NotEmpty(ZerenError):
    """The graph to restore into holds something."""

    en = "{address} holds {held}. To put the backup in its place, add --replace."
    zh = "{address} 中已有内容（{held}）。如要以备份取代，请加 --replace。"


class BrokenRestore(ZerenError):
    """The backup was found not to fit together, or to change, while it was being restored."""

    en = (
        "{path}: {reason}. The graph is not whole, and refuses use until a restore ends: "
        "`zeren restore FILE --replace`."
    )
    zh = "{path}：{reason}。图谱不完整，在重新恢复（`zeren restore 文件 --replace`）之前拒绝使用。"
