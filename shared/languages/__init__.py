"""Language packs: folders with the words, the recordings and the pictograms of a language. Read without Qt."""
