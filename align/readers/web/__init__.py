"""Web pages and books made of them: HTML, MHTML, EPUB.

`charset` makes text of the bytes, `parsing` a tree of `nodes` of the text, `judging` labels what
is furniture (over `shapes`, `wording` and `main_text`), `flow` walks the tree into `pieces`
(over `breaks`, `tables` and `footnotes`), and `page.add_page` writes them into a draft: the one
function for any reader that meets HTML.
"""
