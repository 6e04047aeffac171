"""DOC, WPS, RTF, ODT, XLS: through LibreOffice, where it is installed, to DOCX or XLSX.

It runs with a profile of its own in which macros are off and links are not followed, in a group of
processes of its own that is ended when its time is over.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from loaders.errors import ConversionFailed, DamagedFile, EncryptedFile, NeedsConverter
from loaders.read import _formats
from loaders.read._source import SourceText

SECONDS = 120
_MEMORY_MIB = 4096
_OUTPUT_MIB = 256
# The stream in which a .docx or .xlsx with a password is kept.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_REFUSED = "LibreOffice finds nothing in it to open"
_SHEETS = (".xls", ".et", ".ods")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
)
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)


def read_office(path: Path, data: bytes) -> SourceText:
    """The text of a document in a format that only an office suite reads.

    Raises `EncryptedFile`, `NeedsConverter` where no LibreOffice is installed, `ConversionFailed`
    where it breaks off or gives nothing in `SECONDS`, `DamagedFile` where it opens nothing, and
    what the reader of the converted file raises.
    """
    kind = _formats.recognise(data) or path.suffix.lower()
    if _ENCRYPTED in data:
        raise EncryptedFile(path=path)
    suffix = path.suffix.lower() if path.suffix.lower() in (".et", ".wps", ".odt", ".ods") else kind
    program = find_soffice()
    if program is None:
        raise NeedsConverter(path=path, format=path.suffix or kind)
    target = "xlsx" if kind in _SHEETS or suffix in _SHEETS else "docx"
    with tempfile.TemporaryDirectory(prefix="zeren-", ignore_cleanup_errors=True) as folder:
        # Called by its content's suffix: LibreOffice, too, believes a suffix first.
        source = Path(folder, "document" + (kind if kind in (".doc", ".xls", ".rtf") else suffix))
        source.write_bytes(data)
        made = _convert(path, program, source, target)
        converted = made.read_bytes()
    inner = path.with_suffix(f".{target}")
    found = _formats.reader_of(inner, converted)(path, converted)
    return replace(found, format=path.suffix.lower().lstrip(".") or kind[1:])


def find_soffice() -> str | None:
    """The command that runs LibreOffice, None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _PLACES if Path(place).is_file()), None)


def _convert(path: Path, program: str, source: Path, target: str) -> Path:
    folder = source.parent
    profile = folder / "profile"
    _write_settings(profile)
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *"--headless --invisible --norestore --nologo --nodefault --nolockcheck --nofirststartwizard".split(),
        "--convert-to",
        target,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    keep = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PROGRAMFILES", "WINDIR")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _bound(process.pid)
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ConversionFailed(path=path, reason=f"no answer in {SECONDS} s") from error
    finally:
        _end(process)
    made = folder / "out" / f"{source.stem}.{target}"
    if not made.is_file() and process.returncode == 0:
        raise DamagedFile(path=path, format=path.suffix.lstrip(".") or target, reason=_REFUSED)
    if not made.is_file():
        raise ConversionFailed(path=path, reason=f"exit status {process.returncode}")
    return made


def _write_settings(profile: Path) -> None:
    """A profile that runs no macro and follows no link."""
    items = "".join(
        f'<item oor:path="/{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for node, name, value in _SETTINGS
    )
    folder = profile / "user"
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _bound(pid: int) -> None:
    """Bound the memory and the output of a process, where the system can."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            for limit, mib in ((resource.RLIMIT_AS, _MEMORY_MIB), (resource.RLIMIT_FSIZE, _OUTPUT_MIB)):
                resource.prlimit(pid, limit, (mib << 20, mib << 20))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it started: they are a group of their own."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait(10)
