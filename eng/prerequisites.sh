#!/usr/bin/env bash
# Sees to what the portal and its tests need beside the sources: the .NET SDK, PostgreSQL's server programs, Chromium,
# fonts, for the tests also poppler, xmllint, LibreOffice and Node.js, which read the exports back. On Debian and Ubuntu
# it installs what is missing, saying so, when it may (root, or sudo without a password); elsewhere it names what is
# missing and how to get it.
#
#   eng/prerequisites.sh run|test
#
# Written for bash 3.2, the one that macOS has.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mode="${1:-run}"
oldest_postgres=15
marker=.blazor-script-from-runtime
stamp=".portal-data/prerequisites.stamp"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

case "$mode" in
  run | test) ;;
  *) echo "usage: eng/prerequisites.sh run|test" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }

has_dotnet() {
  command -v dotnet >/dev/null && [[ "$(dotnet --version 2>/dev/null)" == 10.* ]]
}

# With a connection string the portal starts no server of its own; the tests of the embedded one always do.
needs_postgres() { [[ "$mode" == test || -z "${ConnectionStrings__Portal:-}" ]]; }

# Where the portal looks too; see PostgresBinaries.cs.
has_postgres() {
  local folder version
  local IFS=:
  for folder in $PATH /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin \
    /usr/local/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin; do
    if [[ -x "$folder/postgres" && -x "$folder/initdb" ]]; then
      version="$("$folder/postgres" --version 2>/dev/null | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p')"
      if [[ -n "$version" && "$version" -ge "$oldest_postgres" ]]; then
        return 0
      fi
    fi
  done
  return 1
}

# A browser that answers: Ubuntu's package is an empty shell where snaps do not run.
has_chromium() {
  local browser
  for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [[ -n "$browser" ]] && command -v "$browser" >/dev/null; then
      # Starting it takes a moment, so one that has answered once is believed.
      if [[ -e "$stamp" ]] || [[ "$("$browser" --version </dev/null 2>/dev/null)" =~ Chrom(e|ium) ]]; then
        return 0
      fi
    fi
  done
  return 1
}

has_fonts() {
  local families family
  command -v fc-list >/dev/null || return 1
  families="$(fc-list : family)"
  for family in "Noto Sans" "Noto Sans Devanagari" "Noto Nastaliq Urdu" "Noto Sans CJK SC"; do
    grep -qF "$family" <<<"$families" || return 1
  done
}

needs_poppler() { [[ "$mode" == test ]]; }

has_poppler() { command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null; }

needs_xmllint() { [[ "$mode" == test ]]; }

has_xmllint() { command -v xmllint >/dev/null; }

needs_office() { [[ "$mode" == test ]]; }

has_office() { command -v soffice >/dev/null; }

needs_node() { [[ "$mode" == test ]]; }

has_node() {
  command -v node >/dev/null && command -v npm >/dev/null && [[ "$(node -p 'parseInt(process.versions.node) >= 20')" == true ]]
}

find_missing() {
  missing=()
  if needs_postgres && ! has_postgres; then missing+=(postgresql); fi
  if ! has_chromium; then missing+=(chromium); fi
  if ! has_fonts; then missing+=(fonts); fi
  if needs_poppler && ! has_poppler; then missing+=(poppler); fi
  if needs_xmllint && ! has_xmllint; then missing+=(xmllint); fi
  if needs_office && ! has_office; then missing+=(libreoffice); fi
  if needs_node && ! has_node; then missing+=(node); fi
}

as_root=()
may_install() {
  command -v apt-get >/dev/null || return 1
  if [[ "$(id -u)" == 0 ]]; then
    return 0
  fi
  command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
  as_root=(sudo -n)
}

apt() {
  # ${a[@]+…}: an empty array is an unset variable to bash 3.2.
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get "$@" </dev/null >&2
}

# Not through a pipe to "grep -q": that closes it early, which pipefail takes for a failure of apt-cache.
apt_knows() { [[ "$(apt-cache policy "$1" 2>/dev/null)" == *"Candidate: "[^\(]* ]]; }

install_postgres() {
  # The package would also create and start a server of the system's own, which nobody asked for. postgresql-common
  # comes first, because it brings the file that says so.
  if ! dpkg -s postgresql-common >/dev/null 2>&1; then
    say "Installing postgresql, without the server that it would start by itself ..."
    apt install -y -q --no-install-recommends postgresql-common
    ${as_root[@]+"${as_root[@]}"} sed -i 's/^#\{0,1\}create_main_cluster.*/create_main_cluster = false/' \
      /etc/postgresql-common/createcluster.conf
  else
    say "Installing postgresql ..."
  fi
  apt install -y -q --no-install-recommends postgresql
}

install_missing() {
  local part
  say "Missing: ${missing[*]}. Installing with apt-get ..."
  apt update -q
  for part in "${missing[@]}"; do
    case "$part" in
      postgresql) install_postgres || true ;;
      chromium)
        say "Installing Chromium ..."
        if apt_knows chromium; then
          apt install -y -q --no-install-recommends chromium || true
        else
          apt install -y -q --no-install-recommends chromium-browser || true
        fi
        ;;
      fonts) say "Installing Noto fonts ..."; apt install -y -q --no-install-recommends fontconfig fonts-noto-core fonts-noto-cjk || true ;;
      poppler) say "Installing poppler-utils ..."; apt install -y -q --no-install-recommends poppler-utils || true ;;
      xmllint) say "Installing libxml2-utils ..."; apt install -y -q --no-install-recommends libxml2-utils || true ;;
      libreoffice)
        say "Installing LibreOffice Writer and Calc (about 400 MB) ..."
        apt install -y -q --no-install-recommends libreoffice-writer libreoffice-calc || true
        ;;
      node) say "Installing Node.js and npm ..."; apt install -y -q --no-install-recommends nodejs npm || true ;;
    esac
  done
}

explain_missing() {
  local part
  say
  if [[ "$mode" == test ]]; then say "The tests cannot run yet. Missing:"; else say "The portal cannot start yet. Missing:"; fi
  for part in "${missing[@]}"; do
    case "$part" in
      postgresql)
        say "  * PostgreSQL $oldest_postgres or newer (its server programs; no running server is needed)"
        say "      Debian 12+, Ubuntu 24.04+: sudo apt-get install postgresql"
        say "      older ones:                https://www.postgresql.org/download/linux/"
        say "      Fedora:                    sudo dnf install postgresql-server postgresql-contrib"
        say "      macOS:                     brew install postgresql@17"
        say "      or set ConnectionStrings__Portal to a server of your own before ./run.sh"
        ;;
      chromium)
        say "  * Chromium or Google Chrome, which prints the PDF files"
        say "      Debian: sudo apt-get install chromium"
        say "      Ubuntu: https://www.google.com/chrome/ (the .deb), or sudo snap install chromium"
        say "      Fedora: sudo dnf install chromium"
        say "      macOS:  brew install --cask google-chrome"
        say "      or set CHROMIUM to the path of the program"
        ;;
      fonts)
        say "  * Noto fonts for Latin, Cyrillic, Devanagari, Nastaliq and Chinese (and fontconfig)"
        say "      Debian, Ubuntu: sudo apt-get install fontconfig fonts-noto-core fonts-noto-cjk"
        say "      Fedora: sudo dnf install google-noto-sans-fonts google-noto-sans-devanagari-fonts google-noto-nastaliq-urdu-fonts google-noto-sans-cjk-fonts"
        say "      macOS:  brew install fontconfig font-noto-sans font-noto-sans-devanagari font-noto-nastaliq-urdu font-noto-sans-cjk"
        ;;
      poppler)
        say "  * pdftotext and pdftoppm, with which the tests read PDF files back"
        say "      Debian, Ubuntu: sudo apt-get install poppler-utils"
        say "      Fedora: sudo dnf install poppler-utils"
        say "      macOS:  brew install poppler"
        ;;
      xmllint)
        say "  * xmllint, with which the tests validate XML files"
        say "      Debian, Ubuntu: sudo apt-get install libxml2-utils"
        say "      Fedora: sudo dnf install libxml2"
        say "      macOS:  comes with the system"
        ;;
      libreoffice)
        say "  * LibreOffice (soffice), with which the tests open Word and Excel files"
        say "      Debian, Ubuntu: sudo apt-get install --no-install-recommends libreoffice-writer libreoffice-calc"
        say "      Fedora: sudo dnf install libreoffice-writer libreoffice-calc"
        say "      macOS:  brew install --cask libreoffice"
        ;;
      node)
        say "  * Node.js 20 or newer with npm, for the programs of others that the tests check exports and pages with"
        say "      Debian, Ubuntu: sudo apt-get install nodejs npm"
        say "      Fedora: sudo dnf install nodejs npm"
        say "      macOS:  brew install node"
        ;;
    esac
  done
}

if ! has_dotnet; then
  say "The .NET SDK 10 is missing."
  say "  Ubuntu 24.04+: sudo apt-get install dotnet-sdk-10.0"
  say "  others:        https://dotnet.microsoft.com/download/dotnet/10.0"
  exit 1
fi

find_missing
if [[ ${#missing[@]} -gt 0 ]] && may_install; then
  install_missing
  find_missing
fi
if [[ ${#missing[@]} -gt 0 ]]; then
  explain_missing
  exit 1
fi

# .NET 10 delivers blazor.web.js in a package of its own, which some feeds lack. The restore that tells is remembered
# until something that it depends on changes.
restore_is_known() {
  local input
  [[ -e "$stamp" && -e src/ScoEvents.Web/obj/project.assets.json ]] || return 1
  for input in eng/prerequisites.sh global.json Directory.Build.props Directory.Packages.props src/ScoEvents.Web/ScoEvents.Web.csproj; do
    [[ "$input" -nt "$stamp" ]] && return 1
  done
  return 0
}

if [[ ! -e "$marker" ]] && ! restore_is_known; then
  if ! output="$(dotnet restore src/ScoEvents.Web -v q --nologo </dev/null 2>&1)"; then
    if ! grep -qF Microsoft.AspNetCore.App.Internal.Assets <<<"$output"; then
      say "$output"
      say "The packages of the portal could not be restored."
      exit 1
    fi
    touch "$marker"
    say "The package feed lacks Microsoft.AspNetCore.App.Internal.Assets: blazor.web.js is taken from the runtime package"
    say "instead, and the file $marker remembers that. Delete it to try the feed again."
  fi
fi

# Programs of others that the tests check exports and pages with; nothing of them goes into the portal.
for readers in tests/ScoEvents.Exports.Tests/Node tests/ScoEvents.E2E/Node; do
  if needs_node && [[ ! -e "$readers/node_modules/.package-lock.json" || "$readers/package-lock.json" -nt "$readers/node_modules/.package-lock.json" ]]; then
    say "Installing what the tests in ${readers%/Node} check with ..."
    if ! output="$(npm ci --prefix "$readers" --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null 2>&1)"; then
      say "$output"
      say "The packages of $readers could not be installed."
      exit 1
    fi
    touch "$readers/node_modules/.package-lock.json"
  fi
done

mkdir -p "$(dirname "$stamp")"
touch "$stamp"
