# The words people type: make demo, make test, make check, make bench.

RECORD := .demo/record
KEYS := .demo/keys
PORT ?= 1994
SERVE ?= yes
BUILD := swift build --explicit-target-dependency-import-check error
BISHKEK := .build/release/bishkek

.PHONY: help demo test check format bench clean

help:
	@echo "make demo    build, play the history of 1991-2023, verify it, serve it on http://localhost:$(PORT)"
	@echo "             (make demo SERVE=no stops before serving)"
	@echo "make test    install what the tests need and run them all, those in a browser too"
	@echo "make check   format and arrows"
	@echo "make bench   measure, as ratios against a limit or a peer in the same run"

demo:
	@Scripts/install-packages build
	@echo "Building; the first time takes some minutes."
	@$(BUILD) -c release --product bishkek -q || $(BUILD) -c release --product bishkek
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
	.build-python/bin/python -m pytest -q Tests/Browser

check:
	@Scripts/check-format
	@Scripts/check-arrows

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

bench:
	@Scripts/install-packages build
	swift run -c release --package-path Benchmarks benchmarks

clean:
	rm -rf .build .build-python .demo Benchmarks/.build
