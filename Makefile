# The words people type: make demo, make test, make check, make bench, make fuzz.

RECORD := .demo/record
KEYS := .demo/keys
PORT ?= 1994
SERVE ?= yes
BUILD := swift build --explicit-target-dependency-import-check error
CONFIGURATION ?= release
# The program carries the Swift runtime: see docs/decisions/0016.
BUILD_release := $(BUILD) -c release --static-swift-stdlib
BUILD_debug := $(BUILD)
BISHKEK := .build/$(CONFIGURATION)/bishkek
ifndef BUILD_$(CONFIGURATION)
$(error CONFIGURATION=$(CONFIGURATION) is none: say release or debug)
endif

CRASHES ?= 1000
RUNS ?= 1000000

.PHONY: help demo test soak check format bench fuzz clean

help:
	@echo "make demo    build, play the history of 1991-2023, verify it, serve it on http://localhost:$(PORT)"
	@echo "             (make demo SERVE=no stops before serving)"
	@echo "make test    install what the tests need and run them all, those in a browser too"
	@echo "make soak    kill the server a thousand times under load (CRASHES=1000), and let the disk fail everywhere"
	@echo "make check   format and arrows"
	@echo "make bench   measure, as ratios against a limit or a peer in the same run"
	@echo "make fuzz    throw random bytes at every parser (make fuzz RUNS=10000000)"

demo:
	@Scripts/install-packages build
	@echo "Building; the first time takes some minutes."
	@$(BUILD_$(CONFIGURATION)) --product bishkek -q || $(BUILD_$(CONFIGURATION)) --product bishkek
	@rm -rf .demo && mkdir -p .demo
	@$(BISHKEK) play Examples/bishkek-1994 --into $(RECORD) --keys $(KEYS)
	@$(BISHKEK) verify $(RECORD)
	@$(BISHKEK) status $(RECORD) --summary
ifneq ($(SERVE),no)
	@$(BISHKEK) serve $(RECORD) --port $(PORT)
endif

test:
	@Scripts/install-packages test
	$(BUILD) --build-tests
	swift test --skip-build --parallel --disable-xctest
	.build-python/bin/python -m pytest -q Tests/Interop
	.build-python/bin/python -m pytest -q Tests/Crash
	.build-python/bin/python -m pytest -q Tests/Browser

# The long versions of what `make test` does briefly: hours, if one likes.
soak:
	@Scripts/install-packages test
	$(BUILD_release) --product bishkek
	$(BUILD_release) --product load
	CRASHES=$(CRASHES) FAULT_PLACES=0 BISHKEK_BINARY=.build/release/bishkek LOAD_BINARY=.build/release/load \
		.build-python/bin/python -m pytest -q -s Tests/Crash

check:
	@Scripts/check-format
	@Scripts/check-arrows

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

bench:
	@Scripts/install-packages build
	swift run -c release --package-path Benchmarks benchmarks
	$(BUILD_release) --product bishkek
	$(BUILD_release) --product load
	python3 Benchmarks/log.py
	python3 Benchmarks/statistics.py

fuzz:
	@Scripts/install-packages build
	BISHKEK_FUZZ=1 $(BUILD) -c release --scratch-path .build-fuzz --product Fuzz
	@Scripts/fuzz $(RUNS)

clean:
	rm -rf .build .build-fuzz .build-python .build-bench .bench .demo Benchmarks/.build
