"""The report as HTML: each module draws one part of the page."""
