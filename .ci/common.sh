# shellcheck shell=bash disable=SC2034,SC2154
# Shared by ./run, ./test and .ci/tidy: which packages the build needs, and building without noise.
# Sourced by bash; expects `root` to be the top of the tree. Speaks on stderr only.

build_packages=(g++ cmake ninja-build ccache libcli11-dev libexpected-dev libfmt-dev libsodium-dev libutf8proc-dev
    libyaml-cpp-dev nlohmann-json3-dev)
test_packages=(doctest-dev mandoc clang clang-format clang-tidy python3 git
    python3-icalendar python3-jsonschema python3-junitparser python3-yaml python3-z3 time valgrind)
all_packages=(chromium debootstrap fonts-noto-core gcovr graphviz libclang-rt-14-dev munge parallel slurm-wlm)

say() { printf 'hcf: %s\n' "$*" >&2; }

# Runs a command; what it prints is shown only when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status != 0)); then
        cat "$log" >&2
    fi
    rm -f "$log"
    return "$status"
}

# Installs those of the packages that are missing, by apt, as root or through sudo. Where there is no apt it goes on, if
# the tools are there, and says what to install otherwise.
install_packages() {
    local missing=() package as_root=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        if command -v cmake >/dev/null && command -v ninja >/dev/null && command -v g++ >/dev/null; then
            return 0
        fi
        say "this is no Debian system, so nothing is installed for you; by their Debian names, what is needed is:"
        say "  $*"
        return 1
    fi
    for package in "$@"; do
        # shellcheck disable=SC2016
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            say "packages are missing, and there is no sudo to install them; as root, do: apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
        sudo true || return 1 # asks for the password here, where it is seen
    fi
    say "installing ${missing[*]}"
    quietly "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update || return 1
    quietly "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        --no-install-recommends install "${missing[@]}"
}

# configure PRESET: unless it was done; ninja does it again by itself when a CMake file changes, but not for presets.
configure() {
    local ninja_file=$root/build/$1/build.ninja
    if [[ ! -f $ninja_file || $root/CMakePresets.json -nt $ninja_file ]]; then
        (cd "$root" && cmake --preset "$1")
    fi
}
