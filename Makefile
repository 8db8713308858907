# Everything that is done with Tend from a checkout. `make` lists it.

SHELL := /bin/sh
JDK := $(shell .mvn/find-jdk 2>/dev/null)
MVN := JAVA_HOME='$(JDK)' ./mvnw
SCORING := scoring-service/target/quarkus-app
POLICY := '$(JDK)/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -cp '$(SCORING)/app/*:$(SCORING)/lib/main/*:$(SCORING)/lib/boot/*' dev.tend.scoring.tuning.PolicyCommand
LOCAL := '$(JDK)/bin/java' -jar deploy/local/target/tend-local.jar

.DEFAULT_GOAL := help
.PHONY: help build built test demo up policy format schemas evaluate benchmark figures fuzz letters clean jdk

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

build: jdk ## build everything, without the tests
	@echo 'Building Tend; the first time takes a few minutes.'
	@$(MVN) -q package -DskipTests
	@touch deploy/local/target/.built

test: jdk ## run every check; with a Docker engine on real images, else on embedded parts
	$(MVN) verify

demo: built ## run Tend with a sample firm, and tell what was decided
	$(LOCAL) --demo $(ARGS)

up: built ## run Tend empty, and keep its data; ARGS="--port-base 9080" and the like
	$(LOCAL) $(ARGS)

policy: built ## check, dump or try a policy file: ARGS="check docs/policy.example.yaml"
	@$(POLICY) $(ARGS)

format: jdk ## bring the code into its form
	$(MVN) -q spotless:apply

schemas: jdk ## write the JSON Schemas anew from the records and the table of settings
	$(MVN) -q -pl scoring-service -am test -Dtest='SchemasTest,PolicySchemaTest' -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dtend.schemas.write=true

evaluate: jdk ## judge the labelled invitations: how often right, what is wrong; ARGS=--show-held-out tells all
	@$(MVN) -q -pl scoring-service -am -P evaluate test -DskipTests -Devaluate.options='$(ARGS)'

benchmark: jdk ## measure JSON, and the topology beside the same hops without our logic; ARGS=json or ARGS=topology for one
	@[ '$(ARGS)' = topology ] || $(MVN) -q -pl events -am -P benchmark verify -DskipTests
	@[ '$(ARGS)' = json ] || $(MVN) -q -pl scoring-service -am -P throughput test -DskipTests

figures: jdk ## measure imports of archives with a heap of 256 MiB, one of them of 1 GiB
	@$(MVN) -pl ingest-service -am verify -Dtest=ArchiveProcessTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dtend.test.processes.only=true -Dtend.test.archive.megabytes=1300 | grep -E 'MiB at most|Tests run|BUILD|ERROR'

fuzz: jdk ## look for input that the parsers do not bear; ARGS="-Dfuzz.seconds=600 -Dfuzz.only=Notice"
	@$(MVN) -q -P fuzz test -DskipTests -Dfuzz.options='$(ARGS)'

letters: jdk ## render every mail with sample people, as HTML, text and pictures
	notify-service/preview-letters

clean: jdk ## remove what was built; the data of `make up` stays
	$(MVN) -q clean

# builds unless nothing has changed since the last build; file names may hold spaces, so make cannot compare them
built: jdk
	@if [ ! -e deploy/local/target/.built ] || [ -n "$$(find . \( -name target -o -name .git -o -name .tend \) -prune -o \
	    \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer deploy/local/target/.built -print -quit)" ]; then \
	  $(MAKE) --no-print-directory build; fi

jdk:
	@.mvn/find-jdk >/dev/null
