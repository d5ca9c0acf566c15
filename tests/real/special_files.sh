#!/usr/bin/env bash
# FIFOs, sockets, devices and loops of links are refused in bounded time, named or found in a directory.
source "${BASH_SOURCE%/*}/common.bash"

assessment P-1 >a.yaml
mkfifo pipe.yaml
ln -s pipe.yaml link-to-pipe.yaml
ln -s loop-b.yaml loop-a.yaml
ln -s loop-a.yaml loop-b.yaml
ln -s nowhere.yaml broken.yaml

# refused PATH TEXT: by every way in, within two seconds.
refused() {
    local path=$1 text=$2
    for command in gap validate 'gap a.yaml --overlay' 'gap a.yaml --framework'; do
        # shellcheck disable=SC2086
        limited 2 102400 $command "$path"
        expect_code 2
        cat "$out" "$err" >all
        expect_text all "$text"
    done
}

refused pipe.yaml 'FIFO'
refused link-to-pipe.yaml 'FIFO'
refused loop-a.yaml 'too many levels of symbolic links'
refused broken.yaml 'no such'
refused /dev/null 'device'
refused /dev/zero 'device'
if perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "socket.yaml", Listen => 1) or exit 1' 2>/dev/null; then
    refused socket.yaml 'socket'
else
    echo 'not checked: a socket (no perl here)'
fi

# Standard input by its other names is a pipe here.
ran='hcf gap /dev/stdin'
assessment P-2 | timeout 5 "$hcf" gap /dev/stdin >"$out" 2>"$err"
code=${PIPESTATUS[1]}
expect_code 2
expect_text "$err" "use '-'"

# In a directory: the rest is read, links to directories are no way to endless depth.
mkdir -p people/deep
assessment P-3 >people/deep/b.yaml
mkfifo people/pipe.yaml
ln -s . people/self
ln -s .. people/deep/up
ln -s ../deep people/deep/again
ln -s own.yaml people/own.yaml
limited 2 102400 gap --totals --format csv people
expect_code 2
expect_text "$out" 'P-3,'
[[ $(grep -c 'P-3,' "$out") == 1 ]] || fault 'a file that is reached twice is read once'
expect_text "$err" 'people/pipe.yaml'
expect_text "$err" 'people/own.yaml'

# A FIFO as output waits for a reader, as any program does; a device is written directly.
limited 2 102400 gap a.yaml --format csv -o /dev/null
expect_code 0

# The name stands for a FIFO only after it was looked at: not to be provoked here. A directory for a file is.
mkdir folder.yaml
limited 2 102400 gap folder.yaml
expect_code 2

finish
