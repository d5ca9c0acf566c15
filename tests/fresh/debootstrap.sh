#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What somebody meets who has Debian 12, git, and nothing else: in a new root file system the last commit is cloned, run,
# and tested. Needs root; packages come from wherever this machine's apt gets them.
#   tests/fresh/debootstrap.sh          the report of the README, then the quick suite
#   tests/fresh/debootstrap.sh --run    the report alone
set -euo pipefail

root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
suite=bookworm

skip() {
    echo "$*"
    exit 77
}

((EUID == 0)) || skip "making a root file system needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" 'Created-By: Packages' | head -n 1)
[[ -n $mirror ]] || skip "apt knows no source of Debian's $suite here"

# A mount namespace of its own: whatever happens, nothing stays mounted.
if [[ ${HCF_IN_NAMESPACE-} != yes ]]; then
    unshare --mount --pid --fork true 2>/dev/null || skip "no namespaces can be made here"
    HCF_IN_NAMESPACE=yes exec unshare --mount --pid --fork --kill-child "${BASH_SOURCE[0]}" "$@"
fi

system=$(mktemp -d "${TMPDIR:-/var/tmp}/hcf-fresh.XXXXXX")
trap 'umount -l "$system/proc" 2>/dev/null || true; rm -rf --one-file-system "$system"' EXIT

chmod 755 "$system" # where nobody is tried, nobody has to get in

debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$system" "$mirror"

# This machine's ways to the packages: sources, keys, apt's transport settings, name servers, certificates.
cp -a /etc/apt/sources.list "$system/etc/apt/" 2>/dev/null || rm -f "$system/etc/apt/sources.list"
find /etc/apt/sources.list.d -maxdepth 1 \( -name '*.list' -o -name '*.sources' \) \
    -exec cp -a -t "$system/etc/apt/sources.list.d" {} +
for keys in /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings /usr/local/share/ca-certificates; do
    [[ ! -d $keys ]] || cp -a "$keys/." "$system$keys/"
done
apt-config dump | grep '^Acquire::' >"$system/etc/apt/apt.conf.d/99this-machine"
cp -L /etc/resolv.conf /etc/hosts "$system/etc/"
mount -t proc proc "$system/proc"

git clone --quiet "file://$root" "$system/root/hcf"
git -C "$root" diff --quiet HEAD || echo "note: what is not committed is not in this trial"

inside() {
    chroot "$system" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root CI=true \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        ${no_proxy:+no_proxy="$no_proxy"} bash -c "cd /root/hcf && $1" </dev/null
}

inside 'update-ca-certificates >/dev/null 2>&1 || true; ! command -v g++ cmake ninja'
start=$SECONDS
inside './run gap examples/alice.yaml --level autonomous' | tee "$system/tmp/report"
[[ -s $system/tmp/report ]]
echo "fresh system: the first report took $((SECONDS - start)) s"
[[ ${1-} != --run ]] || exit 0

start=$SECONDS
inside './test'
echo "fresh system: the quick suite took $((SECONDS - start)) s"
