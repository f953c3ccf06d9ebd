"""Whether a file lies on another computer's disk, where SQLite's locks may not hold."""

import sys
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_OVER_A_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "fuse.rclone", "afs", "davfs", "ncpfs", "9p")
_REMOTE_DRIVE = 4  # what GetDriveType of Windows says of one


def is_on_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Return whether the system says that the file's folder is another computer's; False: unknown.

    Args:
        path: The file; it need not be there.
        mounts: Where Linux lists what is mounted.
    """
    if sys.platform == "win32":
        return _is_remote_drive(path)
    kind = _kind_of(path.resolve().parent, mounts)
    return kind is not None and kind.startswith(_OVER_A_NETWORK)


def _kind_of(folder: Path, mounts: Path) -> str | None:
    """Return the kind of the file system that holds a folder; the innermost mount counts."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    kinds: dict[str, str] = {}
    for line in lines:
        mounted, _, described = line.partition(" - ")
        words = mounted.split()
        if len(words) > 4 and described:  # noqa: PLR2004 - the fifth is the place it is mounted at
            kinds[words[4].replace("\\040", " ")] = described.split()[0]
    for each in (folder, *folder.parents):
        if str(each) in kinds:
            return kinds[str(each)]
    return None


def _is_remote_drive(path: Path) -> bool:
    root = path.resolve().anchor
    if root.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415 - Windows alone

    system = getattr(ctypes, "windll", None)
    return system is not None and system.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
