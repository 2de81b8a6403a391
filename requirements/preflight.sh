# Says in one line what this machine lacks to make the virtual environment, with the Debian package that brings it.
# Reads PYTHON, the interpreter to use.
set -u

lacks() {
    echo "$1" >&2
    exit 2
}

command -v "$PYTHON" >/dev/null || lacks "There is no '$PYTHON' here. Install it: apt-get install python3"

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    lacks "$("$PYTHON" --version) is too old: Python 3.11 or later is needed. Debian 12 has it: apt-get install python3 (or name another: make PYTHON=python3.12 report)"

"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
    lacks "Python's venv module is missing. Install it: apt-get install python3-venv"

# floret, which textacy needs, has ready-made wheels up to Python 3.12 only.
if "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then
    command -v c++ >/dev/null || command -v g++ >/dev/null ||
        lacks "On Python 3.13 one dependency (floret) is compiled and there is no C++ compiler. Install one: apt-get install g++ python3-dev"
    "$PYTHON" -c 'import os, sys, sysconfig; sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' ||
        lacks "On Python 3.13 one dependency (floret) is compiled and Python's headers are missing. Install them: apt-get install python3-dev"
fi
