#!/usr/bin/env bash
# The pictures of docs/reports.md are those that hcf draws.
source "${BASH_SOURCE%/*}/common.bash"

"$tree/docs/make-pictures" --check "$hcf" || fault 'docs/pictures is behind'
sed 's/class="met"/class="gap"/' "$tree/docs/pictures/ring.svg" >ring.svg
cmp -s ring.svg "$tree/docs/pictures/ring.svg" && fault 'the ring has nothing that is met'

finish
