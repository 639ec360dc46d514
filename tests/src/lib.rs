//! Tests that cross crates: store stories, documents, journeys on the real app.
