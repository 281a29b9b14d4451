# Each line hands its task to packaging/dev.py, which works without make too (Windows: py packaging\dev.py test).
PYTHON ?= python3

.PHONY: demo test run check bench kills package installed lock oracles mutants translations

demo test run check bench kills package installed lock oracles mutants translations:
	@$(PYTHON) packaging/dev.py $@ $(ARGS)
