//! From the board's records to tagged documents: blocks, layout, PDF.
