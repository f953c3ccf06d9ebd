"""Finds the files that ship with the program: in a checkout, in a wheel, in a frozen build."""

from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """Return the folder `resources`, wherever this copy of the program keeps it.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder 'resources' is missing beside {package}")


def resource_file(*parts: str) -> Path:
    """Return the path of one shipped file, as in `resource_file("clinical", "drugs.toml")`."""
    return resources_folder().joinpath(*parts)
