#!/bin/sh
# Makes .venv from requirements.lock with the newest Python 3.12 to 3.14 of this machine.
# Any python3 with venv may start it; the interpreter that runs the program is looked for below.
set -eu
cd "$(dirname "$0")/.."

starts() { "$1" -c 'import sys, venv; raise SystemExit(not (3, 12) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1; }

newest_python() {
    for version in 3.14 3.13 3.12; do
        candidate=$(command -v "python$version" 2>/dev/null || true)
        # A pyenv shim may exist for a version that is not active: only a python that starts counts.
        if [ -n "$candidate" ] && starts "$candidate"; then "$candidate" -c 'import sys; print(sys.executable)'; return; fi
        for candidate in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/$version*/bin/python3; do
            if [ -x "$candidate" ] && starts "$candidate"; then echo "$candidate"; return; fi
        done
    done
    echo 3.13
}

[ -x .uv/bin/uv ] || { python3 -m venv .uv && .uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==0.13.8" 2>/dev/null; } \
    || { echo "Could not make the private environment .uv: is python3 with venv installed (apt install python3-venv), and is the network there?" >&2; exit 1; }
python=$(newest_python)
echo "Using Python: $python"
export UV_SYSTEM_CERTS=1
[ -x .venv/bin/python ] && starts .venv/bin/python || .uv/bin/uv venv --quiet --clear --python "$python" .venv
VIRTUAL_ENV="$PWD/.venv" .uv/bin/uv pip sync --quiet requirements.lock
# The package is found from any folder without being built or copied.
.venv/bin/python -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_path('purelib'), 'interregnum.pth').write_text('$PWD\n')"
.venv/bin/python scripts/texts.py compile
.venv/bin/python scripts/fonts.py
# What every start imports is compiled once, whatever the environment says of keeping compiled files.
PYTHONDONTWRITEBYTECODE='' DJANGO_SETTINGS_MODULE=interregnum.config.settings .venv/bin/python -c "import interregnum.config.server as server, django; django.setup(); server.read_all_pages(); import pytest"
# The loop of matching is compiled once, here; a server then reads it from the cache beside the code.
.venv/bin/python -c "from interregnum.stages.choose.engine import kernel; kernel.try_out()"
.venv/bin/python scripts/encoder.py
