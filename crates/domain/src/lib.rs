//! The words and rules of a corporate parenting board; no I/O, no clock, no randomness.
