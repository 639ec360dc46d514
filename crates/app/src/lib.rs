//! The use cases of Pledgeboard, without a window.
