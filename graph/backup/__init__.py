"""Backups: the whole graph in one file, which either server takes."""

from graph.backup._errors import (
    BackupFailed,
    BrokenRestore,
    LaterBackup,
    NoBackup,
    NotEmpty,
    NotInBackups,
)
from graph.backup._file import Contents, contents
from graph.backup._restore import holds, restore
from graph.backup._save import Saved, save

__all__ = [
    "BackupFailed",
    "BrokenRestore",
    "Contents",
    "LaterBackup",
    "NoBackup",
    "NotEmpty",
    "NotInBackups",
    "Saved",
    "contents",
    "holds",
    "restore",
    "save",
]
