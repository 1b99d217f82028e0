#!/bin/sh
# Starts mongo-java-server (Maven Central) in memory on a free loopback port and prints its URI on stdout.
# Needs Java 11 or later, and Maven the first time; ends when it is killed.
#   --fetch-only          only fetch the jars, so that `npm test` compares with the server from now on
#   --until-stdin-closes  end with the process that started it
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jars="$here/../../node_modules/.cache/mongo-java-server"
if ! [ -d "$jars" ]; then
  mvn --batch-mode --quiet --file "$here/mongo-java-server/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$jars.part" >&2
  mv "$jars.part" "$jars"
fi
[ "${1:-}" != --fetch-only ] || exit 0
exec java -XX:TieredStopAtLevel=1 -cp "$jars/*" "$here/mongo-java-server/StartServer.java" "$@"
