# Shared by packaging/run and packaging/test: finds or installs what is needed to build.
# Plain sh, sourced. Every step may be repeated: what is there is left alone.

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1

say() { printf '%s\n' "packaging: $*" >&2; }

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null 2>&1; then
		sudo "$@"
	else
		say "installing Debian packages needs root, and sudo is not here: run this once as root."
		exit 1
	fi
}

# install PACKAGE...: those of these Debian packages that are not installed yet.
install() {
	missing=
	for package in "$@"; do
		case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
		"install ok installed") ;;
		*) missing="$missing $package" ;;
		esac
	done
	[ -n "$missing" ] || return 0
	say "installing$missing"
	as_root apt-get update -qq
	# shellcheck disable=SC2086 # one word a package
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

go_is_at_least() {
	have=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null | sed 's/^go//; s/ .*//')
	[ -n "$have" ] && [ "$(printf '%s\n%s\n' "$1" "$have" | sort -V | head -n 1)" = "$1" ]
}

# need_go puts a Go on PATH that is at least as new as go.mod asks for. Debian's own Go may be too
# old to build with, but not too old to fetch a newer one, which comes as a checksummed module.
need_go() {
	wanted=$(sed -n 's/^go //p' go.mod)
	[ -x /usr/local/go/bin/go ] && PATH="$PATH:/usr/local/go/bin"
	if ! go_is_at_least "$wanted"; then
		install golang-go ca-certificates
	fi
	if ! go_is_at_least "$wanted"; then
		system=$(go env GOOS)-$(go env GOARCH)
		toolchain="golang.org/toolchain@v0.0.1-go$wanted.$system"
		say "fetching Go $wanted"
		empty=$(mktemp -d)
		echo 'module fetch' >"$empty/go.mod"
		(cd "$empty" && GOFLAGS=-mod=mod go mod download "$toolchain")
		rm -rf "$empty"
		home=$(go env GOMODCACHE)/$toolchain
		# A module's files are stored without their execute bits.
		chmod +x "$home"/bin/* "$home"/pkg/tool/*/*
		PATH="$home/bin:$PATH"
	fi
	export PATH
	export GOTOOLCHAIN=local
}

# The C libraries that a window needs on X11.
window_libraries="gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev libxkbcommon-dev"
