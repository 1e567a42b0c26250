"""How fast messages are split and searched: `python benchmarks/phrases.py [--profile]`."""

from __future__ import annotations

import json
import random
import sys
import time

from cadence_lint.reading.phrases import Phrase, PhraseBook, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.reading.text.language import FUNCTION_WORDS
from cadence_lint.reading.text.sentences import split_sentences
from cadence_lint.reading.text.words import split_words

PHRASES = 1_500
LISTS = 30
MESSAGES = 12_000
WORDS = 100
SYLLABLES = "ba co du fe gi ka lo mu ne pi ra so tu ve wi ya zo cha fli gro ple sta tri".split()


def main() -> None:
    chance = random.Random(2026)
    content = _content(chance)
    index = json.loads(json.dumps(build_index(_lists(chance, content[2_000:4_000]))))
    bodies = [_body(chance, content) for _ in range(MESSAGES)]
    size = sum(len(body.encode()) for body in bodies) / 1e6

    start = time.process_time()
    book = PhraseBook.from_index(index)
    loaded = time.process_time()
    _search(book, bodies[0])
    searched = time.process_time()
    print(f"from_index     {1000 * (loaded - start):6.2f} ms")
    print(f"first message  {1000 * (searched - loaded):6.2f} ms")

    stages = [0.0, 0.0, 0.0]
    hits = 0
    for body in bodies:
        *times, found = _search(book, body)
        stages = [total + seconds for total, seconds in zip(stages, times, strict=True)]
        hits += found
    for name, seconds in zip(
        ("words", "sentences", "phrases", "all"), (*stages, sum(stages)), strict=True
    ):
        print(f"{name:<12} {seconds:6.2f} s  {size / seconds:6.1f} MB/s")
    print(f"{hits} hits of {PHRASES} phrases in {MESSAGES} messages, {size:.1f} MB")

    # What this machine is worth, to compare figures of different machines by.
    start = time.process_time()
    for _ in range(10_000_000):
        pass
    print(f"10 million turns of an empty loop: {time.process_time() - start:.2f} s")


def _search(book: PhraseBook, body: str) -> tuple[float, float, float, int]:
    """The seconds for words, sentences and phrases, and the number of hits."""
    start = time.process_time()
    words = split_words(body)
    split = time.process_time()
    sentences = split_sentences(body, words)
    divided = time.process_time()
    hits = book.find(body, words, sentences)
    return split - start, divided - split, time.process_time() - divided, len(hits)


def _content(chance: random.Random) -> list[str]:
    """Words, the commonest first."""
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(9_000))
    return list(dict.fromkeys(words))


def _lists(chance: random.Random, content: list[str]) -> dict[str, PhraseList]:
    """Phrases as people write them: common words around one or two rarer ones."""

    def phrase() -> str:
        common = chance.choices(FUNCTION_WORDS["en"], k=3)
        rare = chance.choices(content, k=3)
        return chance.choice(
            [
                f"{common[0]} {rare[0]} {common[1]}",
                f"{common[0]} ({rare[0]}|{rare[1]}) [{common[1]}|{common[2]}]",
                f"<start> [{common[0]}] {rare[0]} {rare[1]}",
                f"{rare[0]}~{rare[1]}",
                f"({common[0]} {rare[0]}|{common[1]} {rare[1]}) {common[2]}",
                f"{common[0]} {common[1]} {rare[0]}",
                f"{rare[0]} within 3 words {rare[1]}",
                f"{rare[0]} [{rare[1]}]",
                f"{rare[0]}*",
            ]
            if chance.random() < 0.97
            else [f"{common[0]} {common[1]} {common[2]}"]
        )

    def spare() -> str:
        return " ".join([*chance.choices(content, k=2), chance.choice(FUNCTION_WORDS["en"])])

    each = PHRASES // LISTS
    return {
        f"list-{number}": PhraseList(
            tuple(Phrase(phrase(), "say something else") for _ in range(each)),
            tuple(spare() for _ in range(5)),
        )
        for number in range(LISTS)
    }


def _body(chance: random.Random, content: list[str]) -> str:
    lines = ["Hi Ada,", ""]
    count = 0
    while count < WORDS:
        length = chance.randint(5, 15)
        # Half of what people write is function words, and rare words are rarer still.
        words = [
            chance.choice(FUNCTION_WORDS["en"])
            if chance.random() < 0.5
            else content[min(int(chance.expovariate(1 / 1500)), len(content) - 1)]
            for _ in range(length)
        ]
        if chance.random() < 0.3:
            words[-2] += ","
        lines.append(" ".join(words).capitalize() + chance.choice("...?"))
        if chance.random() < 0.3:
            lines.append("")
        count += length
    return "\n".join([*lines, "", "Best,", "Grace"])


if __name__ == "__main__":
    if "--profile" in sys.argv:
        import cProfile

        cProfile.run("main()", sort="tottime")
    else:
        main()
