.DEFAULT_GOAL := help
FLAGS := $(shell grep -m1 '^flags' /proc/cpuinfo 2>/dev/null)
HOST := $(subst $(eval) ,-,$(shell uname -sm))
PROFILE := $(if $(filter avx512vl,$(FLAGS)),-Ponednn-avx512,$(if $(filter avx2,$(FLAGS)),-Ponednn-avx2))
PROFILE += $(if $(filter Darwin-arm64,$(HOST)),-Papple-silicon,$(if $(filter Linux-aarch64,$(HOST)),-Plinux-arm64))
MAVEN := mvn -B --no-transfer-progress $(PROFILE)
JAR := target/dl4j-primer.jar
READY := target/doctor.ok

.PHONY: help build doctor course week1 week2 week3 week4 exercises grade kernel lab notebooks test check bench bench-weeks clean
help: ## show this list
	@grep -E '^[a-z0-9 -]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-12s %s\n", $$1, $$2 }'

$(JAR): pom.xml $(shell find src/main -type f 2>/dev/null)
	@.mvn/preflight
	$(MAVEN) -q -DskipTests package
	@.mvn/class-archive

$(READY): $(JAR)
	@./primer doctor --brief && touch $@

build: $(JAR) ## build the command-line program
doctor: $(JAR) ## check that this machine can run the course
	@./primer doctor
course: week1 week2 week3 week4 ## run all weeks
week1 week2 week3 week4: week%: $(READY) ## run one week's lessons (make week1 … make week4)
	@./primer week $* $(OPTIONS)
exercises: $(JAR) ## solve exercises: edit a file, see the verdict at each save
	@./primer exercises $(OPTIONS)
grade: $(JAR) ## check all exercises; status 0 only if all are solved
	@./primer exercises grade $(OPTIONS)
kernel: $(JAR) ## install the Java kernel for Jupyter
	@./primer kernel install
lab: kernel ## open the notebooks in JupyterLab or Notebook (as root: OPTIONS=--allow-root)
	@cd notebooks && if command -v jupyter-lab >/dev/null; then jupyter-lab $(OPTIONS); else jupyter-notebook $(OPTIONS); fi
notebooks: $(READY) ## execute the notebooks at full length into target/notebooks (needs no Jupyter)
	@./primer notebooks run --full $(OPTIONS)
test: ## run the tests
	@.mvn/preflight
	$(MAVEN) test $(OPTIONS)
check: ## format, compiler warnings, Error Prone, architecture
	@.mvn/preflight
	$(MAVEN) -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Pcheck,bench spotless:check test-compile || { echo "If the format is what failed: mvn spotless:apply" >&2; exit 1; }
bench: $(JAR) ## measure against PyTorch, DJL, DL4J and HuggingFace (BENCH=peer.Peer OPTIONS=--help: only part)
	@$(MAVEN) -q -Pbench test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/bench.classpath
	@for name in $(or $(BENCH),Runtime Runner Updater Tokenizer Transformer Checkpoint Exercise Start peer.Peer growth.Growth); do java -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" io.github.dl4jprimer.bench.$${name}Benchmark $(OPTIONS); done
bench-weeks: $(READY) ## time each week
	@for week in 1 2 3 4; do ./primer week $$week --brief; done
clean: ## remove what was built (runs/ stays)
	$(MAVEN) -q clean
