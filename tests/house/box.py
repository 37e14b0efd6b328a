"""What the Dockerfile describes, without a container engine: its folders, user and settings.

The files lie where the image has them; the interpreter is this machine's. The root is read-only but
for /tmp and the data, the user is the image's, and no capability is left, as compose.yaml asks.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from tests.house.deploying import ROOT, dockerfile, patterns, sent

SYSTEM = ("usr", "bin", "lib", "lib64", "etc", "dev", "proc")
# 65 is PR_SET_MDWE: what MemoryDenyWriteExecute= asks of the kernel; an old kernel has it not
STRICT = (
    "import ctypes, os, sys; ctypes.CDLL(None).prctl(65, 1, 0, 0, 0); os.execvp(sys.argv[1], "
    "sys.argv[1:])"
)


def why_not() -> str:
    """Why no box can be made here; empty if it can."""
    if os.geteuid() != 0:
        return "only root may lay a file system out anew"
    for tool in ("unshare", "setpriv", "chroot"):
        if shutil.which(tool) is None:
            return f"this machine has no {tool}"
    script = "mount -o remount,bind,ro /"
    tried = subprocess.run(["unshare", "--mount", "sh", "-c", script], capture_output=True)
    return "" if tried.returncode == 0 else "this machine lets nobody mount"


class Box:
    """An image's root in `folder`, and the program in it. `folder` must be open to everybody."""

    def __init__(self, folder: Path) -> None:
        build, final = dockerfile((ROOT / "Dockerfile").read_text("utf-8"))
        self.root, self.data = folder / "root", folder / "data"
        self.final = final
        self.user, _, self.group = final.one("USER").partition(":")
        self.home = Path(final.one("WORKDIR"))
        built = folder / "build"
        rules = patterns((ROOT / ".dockerignore").read_text("utf-8"))
        context = list(sent(ROOT, rules))
        for _, source, target in build.copied():
            taken = [name for name in context if Path(source) in (Path(name), *Path(name).parents)]
            assert taken, f"COPY {source}: .dockerignore lets nothing of it through"
            for name in taken:
                to = (
                    built
                    / build.one("WORKDIR").lstrip("/")
                    / target
                    / Path(name).relative_to(source)
                )
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, to)
        _install(built / "venv", ROOT / "requirements" / "run.txt")
        for name in (*SYSTEM, "tmp", self._volume()):
            (self.root / name).mkdir(parents=True)
        for stage, source, target in final.copied():
            assert stage == build.name
            (built / source.lstrip("/")).rename(self.root / target.lstrip("/"))
        self.data.mkdir(mode=0o700)

    def _volume(self) -> str:
        return self.final.one("VOLUME").lstrip("/")

    def command(self, *words: str, **settings: str) -> list[str]:
        """What runs these words in the box, with the image's settings and these."""
        base = Path(sys.base_prefix)
        environ = {**self.final.environment(), **settings}
        given = [f"{name}={value}" for name, value in environ.items()]
        inside = [
            "setpriv", "--reuid", self.user, "--regid", self.group, "--clear-groups",
            "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs",
            "env", "-i", "-C", str(self.home), *given, *words,
        ]  # fmt: skip
        script = [*self._mounts(base), f'exec chroot {shlex.quote(str(self.root))} "$@"']
        lines = "\n".join(["set -e", *script])
        return ["unshare", "--mount", "--propagation", "private", "sh", "-c", lines, "sh", *inside]

    def _mounts(self, base: Path) -> Iterator[str]:
        root = shlex.quote(str(self.root))
        yield f"mount --bind {root} {root}"
        for name in SYSTEM:
            if (Path("/") / name).is_dir():
                yield f"mount --rbind /{name} {root}/{name}"
        if not base.is_relative_to("/usr"):
            yield f"mkdir -p {root}{base}"
            yield f"mount --bind {base} {root}{base}"
            yield f"mount -o remount,bind,ro {root}{base}"
        for name in ("usr", "etc"):
            yield f"mount -o remount,bind,ro {root}/{name}"
        yield f"mount -t tmpfs -o mode=1777 tmpfs {root}/tmp"
        data = shlex.quote(str(self.data))
        yield f"chown -R {self.user}:{self.group} {data}"
        yield f"mount --bind {data} {root}/{self._volume()}"
        yield f"mount -o remount,bind,ro {root}"


def _install(venv: Path, lock: Path) -> None:
    """A virtual environment of what the lock file names, taken from the one that runs the tests:
    the same versions, and nothing else. (What pip does with it, `make run` does on every machine.)
    """
    here = Path(sys.base_prefix) / "bin"
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = venv / "lib" / python / "site-packages"
    packages.mkdir(parents=True)
    (venv / "bin").mkdir()
    for name in ("python", "python3"):
        (venv / "bin" / name).symlink_to(here / python)
    (venv / "pyvenv.cfg").write_text(f"home = {here}\ninclude-system-site-packages = false\n")
    for line in lock.read_text("utf-8").splitlines():
        if not re.match(r"[a-z0-9]", line):
            continue
        wanted = Requirement(line.rstrip(" \\"))
        if wanted.marker is not None and not wanted.marker.evaluate():
            continue
        found = metadata.distribution(wanted.name)
        assert wanted.specifier.contains(found.version), f"{wanted} is locked, {found.version} here"
        for file in found.files or ():
            if ".." not in file.parts:
                to = packages / file
                to.parent.mkdir(parents=True, exist_ok=True)
                _link(Path(str(found.locate_file(file))), to)


def _link(source: Path, target: Path) -> None:
    if source.is_file():  # a record may name bytecode that was never made
        try:
            target.hardlink_to(source)
        except OSError:
            shutil.copyfile(source, target)
