# Writes the two locks: exact versions with the hashes of every platform's files, no index named.
# report.txt holds the package's dependencies, the readers and the build tool; test.txt holds all of that and the tests'.
# usage: sh requirements/lock.sh UV
set -eu

compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links "$@"
}

uv=$1
made='# Made by `make lock`; do not edit.'
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT

compile pyproject.toml requirements/build.in --extra all --output-file "$new/report.txt"
compile pyproject.toml requirements/build.in --extra all --group test --constraints "$new/report.txt" \
    --output-file "$new/test.txt"
for lock in report test; do
    { echo "$made"; sed "s|$new/||" "$new/$lock.txt"; } >"requirements/$lock.txt"
done
