#!/bin/sh
# The server and all it needs to run, in a folder of its own:
#
#   sh deploy/build.sh /opt/visavis && node /opt/visavis/apps/bff/dist/main.js
#
# Wants Node 24 and pnpm 12; `npx -y -p node@24 -p pnpm@12 sh deploy/build.sh …` brings them along. The folder runs on
# machines of the same kind as this one (system, processor): native code is in it.
set -eu

if [ $# -ne 1 ] || [ -e "$1/apps" ]; then
  echo "Usage: sh deploy/build.sh FOLDER, where FOLDER holds no Visavis yet" >&2
  exit 2
fi
mkdir -p "$1"
target=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."

pnpm install --frozen-lockfile
pnpm build
pnpm --filter @visavis/bff deploy --prod "$target/apps/bff"

# The face engine's native code for other systems: 200 MB.
here=$(node -p '`${process.platform}/${process.arch}`')
find "$target"/apps/bff/node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin \
  -mindepth 3 -maxdepth 3 -type d ! -path "*/$here" -exec rm -r {} +

# The pages, where the server looks for them.
for pages in widget console; do
  mkdir "$target/apps/$pages"
  cp -R "apps/$pages/dist" "$target/apps/$pages/dist"
done
mkdir "$target/docs"
cp -R docs/dist "$target/docs/dist"
