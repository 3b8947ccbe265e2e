# Every target can be run twice. SIP_PORT=8081 make demo: another port. SIP_SCALE=0.1: a smaller demo area.
SHELL := /bin/bash
SIP := .venv/bin/sip
SCALE := $(or $(SIP_SCALE),1)
PACKAGES := host mapserver web data $(if $(SIP_DATABASE_URL),,database)

.PHONY: demo stop ready ready-test test check bench conformance images test-images vendor

demo: ready          ## set up everything and start the demo area
	@$(SIP) setup --scale $(SCALE)

stop:                ## stop it
	@$(SIP) down

ready:
	@services/host/prepare.sh $(PACKAGES)

ready-test:
	@services/host/prepare.sh $(PACKAGES) test

test: ready-test     ## everything
	@.venv/bin/pytest -n 2 --dist loadgroup

check: ready         ## the fast part: style, types, declarations, tests without services
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@$(SIP) check
	@.venv/bin/pytest -n 2 -m "not (database or server or browser or qgis)" --ignore tests/processing/flight

bench: ready         ## SIP beside its peers; they get an environment of their own
	@services/host/prepare.sh bench
	@test -x .sip/peers/bin/all-installed || { .venv/bin/python -m venv --clear .sip/peers && \
	    .sip/peers/bin/pip install --quiet --require-hashes -r bench/requirements.lock && \
	    ln -s python .sip/peers/bin/all-installed; }
	@.venv/bin/python -m bench --peers .sip/peers/bin/python

conformance: demo    ## the black-box checker of OGC services; with KEY=... of an editor it writes, too
	@if [ -d ../shared/tools/conformance ]; then \
	    cd ../shared/tools/conformance && \
	    check="$(CURDIR)/.venv/bin/python -m conformance http://localhost:$(or $(SIP_PORT),8080)" && \
	    $$check --match hidden --collections resident_report,roadside_advert,right_of_way_permit \
	        --hidden resident_report:reporter_name,reporter_email,reporter_phone \
	        --hidden roadside_advert:owner_name --hidden right_of_way_permit:applicant_name,investor_name \
	        $(if $(KEY),--token $(KEY)) && \
	    $$check --standard $(CURDIR)/../shared/data/ogcapi \
	        --require all,cql2/1.0/conf/cql2-text,cql2/1.0/conf/cql2-json --hidden heat_source:owner_name \
	        $(if $(KEY),--write resident_report --template $(CURDIR)/bench/report.json --token $(KEY)); \
	else echo "no checker in ../shared/tools/conformance: nothing to do"; fi

images:              ## the container images, with docker, podman or buildah
	@services/host/images.sh

test-images: ready   ## the images from a bare Debian root, every service started in its image
	@.venv/bin/python -m tests.containers

vendor:              ## the portal's bundle, when a version changes; needs Node, see docs/developer/vendor.md
	@cd services/portal/vendor && npm ci --silent && npm rebuild --silent esbuild && npm run --silent build
