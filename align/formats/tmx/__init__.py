"""TMX, the format that every CAT tool imports: `writer` and `reader`."""
