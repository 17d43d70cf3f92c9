"""Little articles written for the tests: five subjects, a spun copy, a later report of one kind."""

from __future__ import annotations

from gui.find.search_values import LooseArticle

HARBOUR = """Ferry Captain Retires After Forty Years

Captain Odile Marchetti brought the ferry Saint Brannoc into Port Ellery for the last time on
Thursday, forty years after she first took its wheel. About 300 passengers stood on the quay.

She carried more than 2,700 lifeboat volunteers to the drill on Carrow Island, and twice turned back
in storms that closed the strait for a week. The harbour board gave her a brass compass.

Her successor, Tobias Renke, has sailed the route as first mate since 2011. He said the old ferry
would keep its timetable until the new terminal opens beside the fish market in spring."""

SPUN = """Captain Odile Marchetti introduced the ferry Saint Brannoc into Port Ellery for the final
time on Thursday, forty years after she first took its steering wheel. About 300 travellers stood on
the quay.

She carried greater than 2,700 lifeboat volunteers to the exercise on Carrow Island, and twice
turned again in storms that closed the strait for every week.

Her successor, Tobias Renke, has cruised the route as first mate since 2011."""

MILL = """The paper mill at Lower Hesketh will close in October, its owners told the 212 workers at
a short meeting. Orders for newsprint have fallen by a third since 2019, the managers said.

The union's secretary, Maud Okonjo, called the decision a breach of the promise that was made when
the town lent the mill 4 million crowns. A buyer from the packaging trade is still being sought."""

BEETLE = """Botanists in the Orrin valley have found a beetle that was thought extinct since 1931.
It lives under the bark of dying aspens and glows faintly when the bark is lifted.

The find began with a schoolboy's photograph, which Professor Ines Lundqvist first took for a joke.
Her students then counted 46 beetles in two nights, all within a mile of the old sawmill."""

REPORT = """Grain Prices Fall in Week 14

The price of feed wheat fell 1.4 percent to 187.20 crowns a tonne at the Ostrava exchange this week,
the grain board said. Barley fell 0.6 percent to 171.90 crowns.

Stocks in the board's silos stood at 412,000 tonnes, from 430,500 tonnes the week before."""

NEXT_REPORT = """Grain Prices Rise in Week 15

The price of feed wheat rose 0.9 percent to 188.90 crowns a tonne at the Ostrava exchange this week,
the grain board said. Barley rose 2.1 percent to 175.50 crowns.

Stocks in the board's silos stood at 398,700 tonnes, from 412,000 tonnes the week before."""

QUOTE = """“On 14 March 2019 all 36 harbour towns from Ellery to Carrow signed one promise, and I
keep my copy of it in the drawer beside my bed,” Governor Alma Reuss told parliament."""

# Read backwards, a text has no two words side by side that others have.
QUOTING = (
    f"{QUOTE}\n\n{MILL}\n\n{BEETLE}",
    f"{QUOTE}\n\n{' '.join(reversed(f'{HARBOUR} {REPORT}'.split()))}",
)

OTHERS = (MILL, BEETLE, REPORT, NEXT_REPORT)


def collection(*texts: str, side: int = 0) -> list[LooseArticle]:
    """Return articles with these texts, whose addresses are their numbers."""
    return [LooseArticle(f"{side}-{number}.txt", text, side) for number, text in enumerate(texts)]
